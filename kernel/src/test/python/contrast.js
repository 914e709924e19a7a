// The contrast (WCAG 2) of each text in a document with what is painted behind it: [[contrast, text], …].
// arguments[0]: a selector of the elements to look at. In SVG what lies behind are the shapes drawn before, in HTML the
// backgrounds of the elements around. Text that cannot be seen now is left out.
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

function rgba(colour) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return { channels: [red, green, blue], alpha: alpha / 255 };
}

function over(colour, opacity, ground) {
  const { channels, alpha } = rgba(colour);
  return channels.map((channel, i) => channel * alpha * opacity + ground[i] * (1 - alpha * opacity));
}

function luminance(channels) {
  const [red, green, blue] = channels
    .map(channel => channel / 255)
    .map(channel => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function around(element) {
  return element ? [...around(element.parentElement), element] : [];
}

function opacity(element) {
  return around(element).reduce((product, each) => product * Number(getComputedStyle(each).opacity), 1);
}

const page = matchMedia('(prefers-color-scheme: dark)').matches ? [17, 17, 17] : [255, 255, 255];

function groundInSvg(text, x, y) {
  let ground = page;
  for (const shape of document.querySelectorAll('rect,circle,ellipse,path,polygon')) {
    const style = getComputedStyle(shape);
    const before = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!before || style.fill === 'none' || shape.closest('defs,marker,clipPath')) continue;
    const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
    if (shape.isPointInFill(point)) ground = over(style.fill, style.fillOpacity * opacity(shape), ground);
  }
  return ground;
}

function inSvg(text) {
  const box = text.getBoundingClientRect();
  const style = getComputedStyle(text);
  const places = [0.02, 0.5, 0.98].map(part => box.left + part * box.width);
  const contrasts = places.map(x => {
    const ground = groundInSvg(text, x, box.top + box.height / 2);
    return contrast(over(style.fill, style.fillOpacity * opacity(text), ground), ground);
  });
  return Math.min(...contrasts);
}

function inHtml(element) {
  const ground = around(element).reduce((below, each) => over(getComputedStyle(each).backgroundColor, 1, below), page);
  return contrast(over(getComputedStyle(element).color, opacity(element), ground), ground);
}

return [...document.querySelectorAll(arguments[0])]
  .filter(each => each.textContent.trim() && opacity(each) > 0 && getComputedStyle(each).visibility === 'visible')
  .map(each => [each instanceof SVGElement ? inSvg(each) : inHtml(each), each.textContent.trim()]);
