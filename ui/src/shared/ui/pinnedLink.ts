/** Adds `asOf` to the address of a page, so that the link shows the same figures on any later day. */
export function pinnedLink(address: string, asOf: string): string {
  const url = new URL(address);
  url.searchParams.set('asOf', asOf);
  return url.toString().replaceAll('%3A', ':');
}
