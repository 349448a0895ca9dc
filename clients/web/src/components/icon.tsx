import styles from './icon.module.css';

/** Strokes in a 20 × 20 box. Shapes differ, so that no meaning depends on colour alone. */
const paths = {
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  cross: 'M5.5 5.5l9 9m0-9l-9 9',
  clock: 'M10 5.5V10l3 2M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z',
  dot: 'M10 8.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  play: 'M7 5l8 5-8 5z',
  undo: 'M7.5 4L4 7.5 7.5 11M4 7.5h8a4 4 0 0 1 0 8H8',
  skip: 'M4.5 10h11',
  retry: 'M15.5 10a5.5 5.5 0 1 1-1.6-3.9M15.5 3.5v3.2h-3.2',
  alert: 'M10 3l7.5 13.5h-15zM10 8v4m0 2.2v.1',
  home: 'M3.5 9L10 3.5 16.5 9v7.5h-4.5v-4.5h-4v4.5H3.5z',
  list: 'M7 5.5h9.5M7 10h9.5M7 14.5h9.5M3.5 5.5h.01M3.5 10h.01M3.5 14.5h.01',
  stamp:
    'M4 16.5h12M5 13.5h10v-2a2 2 0 0 0-2-2h-1.5c0-2 1-2.5 1-4.2a2.5 2.5 0 0 0-5 0c0 1.7 1 2.2 1 4.2H7a2 2 0 0 0-2 2z',
  plus: 'M10 4.5v11M4.5 10h11',
  bolt: 'M11 2.5L4.5 11.5H10l-1 6 6.5-9H10z',
  box: 'M3.5 6.5L10 3l6.5 3.5v7L10 17l-6.5-3.5zM3.5 6.5L10 10l6.5-3.5M10 10v7',
  flow: 'M5 3.5v6a3 3 0 0 0 3 3h7m-2.5-3l3 3-3 3M5 3.5h.01',
  gear: 'M4 6h7m3 0h2M4 14h2m3 0h7M11 4.5v3M9 12.5v3',
  user: 'M10 3.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  chevron: 'M7.5 5l5 5-5 5',
  search: 'M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4zm3.8 8.8l3.7 3.7',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  out: 'M8.5 3.5h-5v13h5M12.5 6.5L16 10l-3.5 3.5M16 10H8',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }) => (
  <svg className={styles.icon} viewBox="0 0 20 20" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
