// Which texts of the page cannot be read: those that lie on others, and those that are cut to a few characters.
// A name may be cut, but a reader must still recognise it. Canvases and texts for screen readers alone are left out.
() => {
  const FEWEST = 8;
  const SLACK = 2.5;
  const clips = (style) => style.overflowX !== 'visible';
  const scrolls = (style) => style.overflowX === 'auto' || style.overflowX === 'scroll';

  /** The part of a rectangle that its ancestors let through; null if none, or if a reader can scroll to the rest. */
  const seen = (rect, element) => {
    let { left, right, top, bottom } = rect;
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (!clips(style)) continue;
      const edge = box.getBoundingClientRect();
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return right - left > 0.5 && bottom - top > 0.5 ? { left, right, top, bottom } : null;
  };

  /** Text for screen readers is clipped to nothing. */
  const forReadersAlone = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).clipPath !== 'none') return true;
    }
    return false;
  };

  const ofText = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  };

  /** Text that stays in place while the page scrolls lies over others by design. */
  const floats = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (['sticky', 'fixed'].includes(getComputedStyle(box).position)) return true;
    }
    return false;
  };

  /** The box that cuts a text without a way to scroll to the rest; null for none. */
  const cutter = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (scrolls(style)) return null;
      if (clips(style) && box.scrollWidth > box.clientWidth + 1) return box;
    }
    return null;
  };

  const faults = [];
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    const element = node.parentElement;
    if (text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest('option, style, script, svg') || forReadersAlone(element)) continue;
    const boxes = ofText(node).filter(({ width, height }) => width > 0 && height > 0);
    const whole = boxes.reduce((sum, { width }) => sum + width, 0);
    const parts = boxes.map((rect) => seen(rect, element)).filter((rect) => rect !== null);
    const left = parts.reduce((sum, rect) => sum + rect.right - rect.left, 0);
    const box = cutter(element);
    if (box !== null && left < whole - 1) {
      const ellipsis = getComputedStyle(box).textOverflow === 'ellipsis' ? parseFloat(getComputedStyle(box).fontSize) : 0;
      const shown = Math.floor((text.length * Math.max(0, left - ellipsis)) / whole);
      if (shown < Math.min(FEWEST, text.length - 1)) faults.push(`"${text}" is cut to ${shown} characters in .${box.className}`);
    }
    if (!floats(element)) parts.forEach((rect) => pieces.push({ ...rect, text, element }));
  }
  pieces.sort((a, b) => a.top - b.top);
  pieces.forEach((piece, index) => {
    for (let next = index + 1; next < pieces.length && pieces[next].top < piece.bottom - SLACK; next++) {
      const other = pieces[next];
      if (other.element === piece.element) continue;
      const wide = Math.min(piece.right, other.right) - Math.max(piece.left, other.left);
      const high = Math.min(piece.bottom, other.bottom) - Math.max(piece.top, other.top);
      // The lines of a small text in a small line height touch.
      if (wide > SLACK && high > SLACK && high > 0.35 * Math.min(piece.bottom - piece.top, other.bottom - other.top)) {
        faults.push(`"${piece.text}" and "${other.text}" lie on one another`);
      }
    }
  });
  return faults;
}
