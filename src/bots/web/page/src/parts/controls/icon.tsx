import type { JSX } from 'preact';

/** Line drawings on a 24-pixel square. */
const PATHS = {
  heart:
    'M12 20.3s-7.6-4.6-9-9.2C2 7.6 4.2 4.9 7 4.9c2 0 3.7 1 5 3 1.3-2 3-3 5-3 2.8 0 5 2.7 4 6.2-1.4 4.6-9 9.2-9 9.2z',
  again: 'M20 12a8 8 0 1 1-2.5-5.8M20 3.5v4.2h-4.2',
  morph: 'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.6v4.8M8.5 14.6v4.8',
  vary: 'M8.5 15a5 5 0 1 1 0-10 5 5 0 0 1 0 10zm7 4a5 5 0 1 0-3.4-8.7',
  blend:
    'M9.2 17.5a5.6 5.6 0 1 1 0-11 5.6 5.6 0 0 1 0 11zm5.6 0a5.6 5.6 0 1 0 0-11 5.6 5.6 0 0 0 0 11z',
  code: 'M8.5 7 4 12l4.5 5M15.5 7l4.5 5-4.5 5',
  save: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15',
  family: 'M7 4.5v4a3.5 3.5 0 0 0 3.5 3.5h3A3.5 3.5 0 0 0 17 8.5v-4M12 12v7.5M9 19.5h6',
  pick: 'M5 6.5h.01M9.5 6.5H20M5 12h.01M9.5 12H20M5 17.5h.01M9.5 17.5H20',
  close: 'm6 6 12 12M18 6 6 18',
  stop: 'M7.5 7.5h9v9h-9z',
  endless:
    'M12 12c-2-2.7-3.6-4-5.4-4a4 4 0 0 0 0 8c1.8 0 3.4-1.3 5.4-4s3.6-4 5.4-4a4 4 0 0 1 0 8c-1.8 0-3.4-1.3-5.4-4z',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1 1M17.4 17.4l1 1M18.4 5.6l-1 1M6.6 17.4l-1 1',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  auto: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16z',
  film: 'M4.5 6h15v12h-15zM4.5 10h15M4.5 14h15',
  pull: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM3.6 11.2c5.5 4 11.3 4 16.8 0M7.4 8.7c.6-1 1.4-1.7 2.4-2.2',
  gallery: 'M4.5 5h6v6h-6zM13.5 5h6v6h-6zM4.5 14h6v6h-6zM13.5 14h6v6h-6z',
  undo: 'M8.500 6 4.500 10l4 4M5 10h9a5 5 0 0 1 0 10h-3',
  redo: 'm15.500 6 4 4-4 4M19 10h-9a5 5 0 0 0 0 10h3',
  compare: 'M12 4v16M4.500 6.500h4.500v11H4.500zM15 6.500h4.500v11H15z',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  card: 'M5.500 4h13v16h-13zM8 6.500h8v7H8zM8.500 16.500h7',
  recent: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 7.500v5l3.500 2',
  enlarge: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5M10.5 7.8v5.4M7.8 10.5h5.4',
  down: 'm6 10 6 6 6-6',
  previous: 'm14.5 6-6 6 6 6',
  next: 'm9.5 6 6 6-6 6',
  menu: 'M4.500 7.500h15M4.500 12h15M4.500 16.500h15',
} as const;

/** The drawings that there are. */
export type IconName = keyof typeof PATHS;

/** A line drawing in the colour of the words beside it, which assistive technology passes over. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
