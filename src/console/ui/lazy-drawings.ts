/** Drawings of icons, by name, that come with the first lazy part. */
export const lazyDrawings = {
  add: 'M12 5v14m-7-7h14',
  back: 'M9 7 4 12l5 5m-5-5h11a5 5 0 0 1 0 10h-2',
  chevron: 'm9 6 6 6-6 6',
  clock: 'M12 7v5l3 2m-3 7a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  download: 'M12 4v11m-5-4.5 5 5 5-5M4 20h16',
  edit: 'M4 20h4L19.5 8.5a2.1 2.1 0 0 0-3-3L5 17l-1 3Zm10-12 3 3',
  ended: 'm5.7 5.7 12.6 12.6M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  link: 'M9.5 14.5a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3m2.5 3.2a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7l1.1-1.1',
  mail: 'm3.5 7 8.5 6 8.5-6M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z',
  refused: 'm9 9 6 6m0-6-6 6m3 6a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  send: 'M21 3 10 14M21 3l-7 18-4-7-7-4 18-7Z',
  shield: 'm9 12 2.2 2.2 4.3-4.2M12 21s7.5-3 7.5-9.5v-6L12 3 4.5 5.5v6C4.5 18 12 21 12 21Z',
}
