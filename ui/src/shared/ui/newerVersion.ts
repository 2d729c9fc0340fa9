const SCRIPT = /<script type="module"[^>]* src="([^"]+)"/;

/** Whether the server gives another page than the one that is open: then its files have other names. False if it does not answer. */
export async function newerVersion(): Promise<boolean> {
  const own = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  try {
    const answer = await fetch('/index.html', { cache: 'no-store' });
    const served = answer.ok ? SCRIPT.exec(await answer.text())?.[1] : undefined;
    return own !== undefined && own !== null && served !== undefined && new URL(served, location.href).href !== new URL(own, location.href).href;
  } catch {
    return false;
  }
}
