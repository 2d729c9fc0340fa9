import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import './tokens.css';
import './base.css';
import '../shared/ui/parts.css';
import '../features/time/time.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { makeRouter } from './router';

const element = document.getElementById('root');
if (element) createRoot(element).render(<App router={makeRouter()} />);
