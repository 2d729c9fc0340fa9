import { createTheme, localStorageColorSchemeManager, type CSSVariablesResolver } from '@mantine/core';

export const theme = createTheme({
  fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  primaryColor: 'gray',
  autoContrast: true,
  respectReducedMotion: true,
});

const tokens = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--ink)',
  '--mantine-color-anchor': 'var(--accent)',
};

/** Maps Mantine's colours to our tokens in both themes. */
export const tokenResolver: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });

/** The key that public/theme.js reads before the first paint. */
export const schemeManager = localStorageColorSchemeManager({ key: 'macro-edge-theme' });
