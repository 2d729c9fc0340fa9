import { createContext } from 'react';
import type { LabelBounds } from '../api/types';

/** Used only until the first answer is here. */
export const FIRST_BOUNDS: LabelBounds = { directional: 40, strong: 87 };

/** The |score| from which a label is directional, and from which it is strong, as the answer gives them. */
export const Bounds = createContext(FIRST_BOUNDS);
