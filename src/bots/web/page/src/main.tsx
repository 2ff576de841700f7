import { render } from 'preact';
import type { WireBoot } from '../../wire.js';
import { App } from './app.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/toasts.css';
import './styles/layout.css';
import './styles/rail.css';
import './styles/menu.css';
import './styles/chat.css';
import './styles/machine.css';
import './styles/composer.css';
import './styles/picker.css';
import './styles/portraits.css';
import './styles/tiles.css';
import './styles/gallery.css';
import './styles/dialog.css';
import './styles/sliders.css';
import './styles/editors.css';
import './styles/touch.css';

const boot = JSON.parse(document.querySelector('#boot')?.textContent ?? '{}') as WireBoot;
const root = document.querySelector('#app');
if (root !== null) render(<App boot={boot} />, root);

// Missing on addresses that are not secure, whatever its type says; without it there is no offline page.
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
workers?.register('./service-worker.js').catch(() => undefined);
