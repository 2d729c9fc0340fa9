import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const rule = (from, forbidden, why) => ({
  files: [`src/${from}/**/*.{ts,tsx}`],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message: why }] }] },
});

export default tseslint.config(
  { ignores: ['src/shared/api/schema.ts', 'dist', 'node_modules', 'target', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.recommended,
  { rules: { '@typescript-eslint/no-non-null-assertion': 'error', 'max-lines': ['error', { max: 300 }] } },
  rule('shared', ['**/features/**', '**/app/**'], 'shared must not import from features or app: app → features → shared.'),
  rule('features/board', ['**/app/**', '**/instrument/**', '**/features/indicator/**', '**/palette/**', '**/features/imports/**'], 'A feature may import only from shared and time: app → features → shared.'),
  rule('features/instrument', ['**/app/**', '**/board/**', '**/features/indicator/**', '**/palette/**', '**/features/imports/**'], 'A feature may import only from shared and time: app → features → shared.'),
  rule('features/indicator', ['**/app/**', '**/board/**', '**/instrument/**', '**/palette/**', '**/features/imports/**'], 'A feature may import only from shared and time: app → features → shared.'),
  ...['calendar', 'heatmap', 'regime', 'correlation'].map((page) =>
    rule(`features/${page}`, ['**/app/**', '**/board/**', '**/instrument/**', '**/features/indicator/**', '**/palette/**', '**/features/imports/**'], 'A feature may import only from shared and time: app → features → shared.')),
  rule('features/palette', ['**/app/**', '**/board/**', '**/instrument/**', '**/features/indicator/**'], 'The palette links to addresses and must not import pages.'),
  rule('features/signin', ['**/app/**', '**/board/**', '**/instrument/**', '**/palette/**', '**/features/imports/**'], 'The sign-in stands before every page and may import only from shared.'),
  rule('features/imports', ['**/app/**', '**/board/**', '**/instrument/**', '**/palette/**'], 'A feature may import only from shared and time: app → features → shared.'),
  rule('features/time', ['**/app/**', '**/board/**', '**/instrument/**', '**/palette/**'], 'time is used by every page and must not import other features.'),
  { files: ['public/**', 'stub/**', '*.mjs'], languageOptions: { globals: { localStorage: 'readonly', matchMedia: 'readonly', document: 'readonly', process: 'readonly', console: 'readonly', URL: 'readonly' } }, rules: { 'no-unused-vars': 'off', '@typescript-eslint/no-unused-vars': 'off', 'no-empty': 'off' } },
);
