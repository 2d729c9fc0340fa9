import { createContext } from 'react';

export type DialogName = 'keys' | 'palette' | 'import';

/** Opens one of the dialogs that every page has. */
export const OpenDialog = createContext<(dialog: DialogName) => void>(() => {});
