// Runs before the first paint, so that the page never flashes in the wrong theme. It is a separate file because the
// content security policy forbids inline scripts.
(function () {
  var choice = 'auto';
  try {
    choice = localStorage.getItem('macro-edge-theme') || 'auto';
  } catch (ignored) {
    // The browser may block storage. Then the system's theme applies.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
