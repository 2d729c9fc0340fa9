/** The address of a page with its instant written in, so that it shows the same figures on any later day. */
export function pinnedLink(address: string, asOf: string): string {
  const url = new URL(address);
  url.searchParams.set('asOf', asOf);
  return url.toString().replaceAll('%3A', ':');
}
