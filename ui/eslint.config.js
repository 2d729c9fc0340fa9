import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const rule = (from, forbidden, why) => ({
  files: [`src/${from}/**/*.{ts,tsx}`],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message: why }] }] },
});

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'target', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.recommended,
  { rules: { '@typescript-eslint/no-non-null-assertion': 'error', 'max-lines': ['error', { max: 300 }] } },
  rule('shared', ['**/features/**', '**/app/**'], 'shared knows no feature: app → features → shared.'),
  rule('features/board', ['**/app/**', '**/instrument/**', '**/palette/**'], 'A feature knows only shared and time: app → features → shared.'),
  rule('features/instrument', ['**/app/**', '**/board/**', '**/palette/**'], 'A feature knows only shared and time: app → features → shared.'),
  rule('features/palette', ['**/app/**', '**/board/**', '**/instrument/**'], 'The palette knows addresses, not pages.'),
  rule('features/time', ['**/app/**', '**/board/**', '**/instrument/**', '**/palette/**'], 'Time is the ground of every page.'),
  { files: ['public/**', 'stub/**', '*.mjs'], languageOptions: { globals: { localStorage: 'readonly', matchMedia: 'readonly', document: 'readonly', process: 'readonly', console: 'readonly', URL: 'readonly' } }, rules: { 'no-unused-vars': 'off', '@typescript-eslint/no-unused-vars': 'off', 'no-empty': 'off' } },
);
