/** The pages of the header, each with the key that follows `g`. The bar of a phone has room for five. */
export const PAGES = [
  { to: '/', key: 'b', name: 'Board', phone: true },
  { to: '/calendar', key: 'c', name: 'Calendar', phone: true },
  { to: '/heatmap', key: 'h', name: 'Heat map', phone: true },
  { to: '/regime', key: 'r', name: 'Regime', phone: true },
  { to: '/correlation', key: 'x', name: 'Correlation', phone: false },
  { to: '/health', key: 'd', name: 'Data health', phone: true },
] as const;
