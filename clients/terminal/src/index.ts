export { attemptText, barLine, drawing, type Sighting, stepLine } from './drawing.ts';
export { inSeconds } from './seconds.ts';
export { showOrder } from './show-order.ts';
export { openTerminal, type Paint, type Screen, type Terminal } from './terminal.ts';
