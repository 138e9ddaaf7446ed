/**
 * Line drawings on a 24 × 24 grid, drawn for this program: one path each, stroked in the colour of the text.
 * Those in `directionalIcons` point along the line of reading and are mirrored on right-to-left pages.
 */
export const icons = {
  arrow: 'M4 12h15m-6-6 6 6-6 6',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4',
  building: 'M3 21h18M4 9l8-5 8 5zM6 9v9m4-9v9m4-9v9m4-9v9M4 18h16',
  calendar: 'M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4m8-4v4',
  camera:
    'M4 7h3.5L9 4.5h6L16.5 7H20a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  car: 'M4 17v2m16-2v2M3 17v-4l2-1 2-6h10l2 6 2 1v4zM5 12h14M7 14.5h1m8 0h1',
  chart: 'M4 4v16h16M8 16v-4m4 4V8m4 8v-6',
  check: 'M5 12.5 10 17.5 19.5 7',
  'check-circle': 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.5l3 3 5.5-6.5',
  checklist: 'M4 6.5 5.5 8 8 5M4 12.5l1.5 1.5L8 11M4 18.5 5.5 20 8 17M11.5 6.5H20m-8.5 6H20m-8.5 6H20',
  chevron: 'M9 5l7 7-7 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  close: 'M6 6l12 12M18 6 6 18',
  crack: 'M3 21h18M5 21V6.5L12 3l7 3.5V21M12 3l-2 5.5 3.5 3L11 15l2 6',
  document: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h7m-7 4h7',
  download: 'M12 4v11m-5-5 5 5 5-5M4 19.5h16',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  error: 'M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2zM9 9l6 6m0-6-6 6',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  flask: 'M9 3h6M10 3v6l-5.3 9.4A1.7 1.7 0 0 0 6.2 21h11.6a1.7 1.7 0 0 0 1.5-2.6L14 9V3M7.2 15h9.6',
  fire: 'M12 21a6 6 0 0 0 6-6c0-4.2-3.6-5.8-4-11-2.6 1.8-4.4 4.8-4.1 8.4C8.7 11.9 8.2 10.9 8.1 9.7 6.7 11.2 6 13 6 15a6 6 0 0 0 6 6z',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5.5 5 12.5 0 18-5-5.5-5-12.5 0-18z',
  health: 'M12 20.5S3.5 15.5 3.5 9.5a4.5 4.5 0 0 1 8.5-2 4.5 4.5 0 0 1 8.5 2c0 6-8.5 11-8.5 11zM12 10v5m-2.5-2.5h5',
  hammer: 'M4 20.5 13 11.5M9.8 7.6l3.8-3.8 7 7-3.8 3.8z',
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  hospital: 'M5 21V6a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v15M3 21h18M12 8v5m-2.5-2.5h5M10 21v-4.5h4V21',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5v.1',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.1m-.1 6h.1m-.1 6h.1',
  lock: 'M6 11h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8 11V7.5a4 4 0 0 1 8 0V11',
  mail: 'M4 5.5h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM3.5 7 12 13l8.5-6',
  message: 'M4 4.5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-9L6 20.5v-4H4a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1zM7.5 9h9m-9 3.5h6',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 2.5-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5m1.5 3.3c2.6.6 4 2.5 4 5.7',
  permit:
    'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8.5 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.5 16c0-1.5 1.2-2.2 3-2.2s3 .7 3 2.2M14.5 9.5h4m-4 3.5h4',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c0-4 3-6.5 7.5-6.5s7.5 2.5 7.5 6.5',
  phone:
    'M5 4h3.5l1.5 4-2 1.5a11 11 0 0 0 6.5 6.5l1.5-2 4 1.5V19a1.5 1.5 0 0 1-1.5 1.5C11 20 4 13 3.5 5.5A1.5 1.5 0 0 1 5 4z',
  pin: 'M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  plus: 'M12 5v14m-7-7h14',
  print: 'M7 8V3.5h10V8M7 17H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-3M7 14h10v6.5H7z',
  qr: 'M4 4h6v6H4zm10 0h6v6h-6zM4 14h6v6H4zM7 7h.1M17 7h.1M7 17h.1M14 14h3v3m3-3v.1M14 17v3m3 0h3v-2.5',
  scale: 'M12 4v16m-5 0h10M5 7l7-1.5L19 7M5 7l-2.5 6.5a2.7 2.7 0 0 0 5 0zM19 7l-2.5 6.5a2.7 2.7 0 0 0 5 0z',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5',
  shield: 'M12 3l7.5 2.5V11c0 5-3 8.3-7.5 10-4.5-1.7-7.5-5-7.5-10V5.5zM8.5 11.5l2.5 2.5 4.5-5',
  tree: 'M9 3h6v5H9zM3 16h6v5H3zm12 0h6v5h-6zM12 8v4m-6 4v-4h12v4',
  upload: 'M12 16V5m-5 5 5-5 5 5M4 19.5h16',
  village: 'M2.5 20.5v-7L8 9l5.5 4.5v7zM10.5 9.5V8L16 3.5 21.5 8v12.5H16M6.5 20.5v-4h3v4M16.5 11.5h2m-2 4h2',
  voice: 'M4 10v4h3l8 4.5v-13L7 10zM18 9.5a3.5 3.5 0 0 1 0 5M8 14l1 5.5h2.5l-1-4.2',
  warning: 'M12 3.5 22 20.5H2zM12 10v5m0 2.5v.1',
} as const;

export type IconName = keyof typeof icons;

export const directionalIcons: ReadonlySet<IconName> = new Set<IconName>([
  'arrow',
  'chevron',
  'message',
  'list',
  'voice',
]);
