// What a reader would see and a test of the markup does not: run in the page, each returns the places that it finds.

const shown = text => text.trim().replace(/\s+/g, ' ').slice(0, 60);

// Every piece of text with the boxes of its lines, as far as they are scrolled into view; details are opened. What is not drawn,
// or is for screen readers alone, has no boxes here.
function* texts() {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest('title, desc, style, script, defs')) continue;
        const style = getComputedStyle(parent);
        if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) continue;
        if (style.clipPath !== 'none' || style.clip !== 'auto') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const view = scrolledView(parent);
        const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1 && box.right > view.left && box.left < view.right && box.bottom > view.top && box.top < view.bottom);
        if (boxes.length) yield { parent, boxes, text: shown(node.data) };
    }
}

// What a region that scrolls shows of an element in it.
function scrolledView(element) {
    for (let at = element; at && at !== document.documentElement; at = at.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return at.getBoundingClientRect();
    return { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
}

// The boxes that cut off what stands outside of them; scrolled ones can be scrolled to.
function cutters(element) {
    const found = [];
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') return { found, scrolls: true };
        if (style.overflowX === 'hidden' || style.overflowX === 'clip' || (at.localName === 'svg' && style.overflowX !== 'visible')) found.push(at);
    }
    return { found, scrolls: false };
}

function widerThanTheWindow() {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}`] : [];
}

function clippedTexts() {
    const slack = 1.5, places = [];
    for (const { parent, boxes, text } of texts()) {
        const { found, scrolls } = cutters(parent);
        const limits = found.map(cutter => cutter.getBoundingClientRect());
        if (!scrolls) limits.push({ left: 0, right: document.documentElement.clientWidth, top: -Infinity, bottom: Infinity });
        for (const limit of limits)
            if (boxes.some(box => box.left < limit.left - slack || box.right > limit.right + slack || box.top < limit.top - slack || box.bottom > limit.bottom + slack)) {
                places.push(`'${text}' is cut off`);
                break;
            }
    }
    return places;
}

// Lines of one element may touch; a box of text has room above and below its letters.
function overlappingTexts() {
    const boxes = [];
    for (const { parent, boxes: own, text } of texts())
        for (const box of own) {
            const room = box.height * 0.2;
            const view = scrolledView(parent);
            boxes.push({
                parent, text,
                left: Math.max(box.left + 1, view.left), right: Math.min(box.right - 1, view.right),
                top: Math.max(box.top + room, view.top), bottom: Math.min(box.bottom - room, view.bottom),
            });
        }
    boxes.sort((a, b) => a.top - b.top);
    const places = new Set();
    for (let i = 0; i < boxes.length; i++)
        for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j++) {
            const [a, b] = [boxes[i], boxes[j]];
            if (a.left < b.right && b.left < a.right && a.parent !== b.parent && !a.parent.contains(b.parent) && !b.parent.contains(a.parent))
                places.add(`'${a.text}' and '${b.text}' overlap`);
        }
    return [...places];
}

function headingsOutOfOrder() {
    const places = [];
    let last = 0;
    for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
        const level = Number(heading.localName[1]);
        if (level > last + 1 || (level === 1 && last > 0)) places.push(`h${level} '${shown(heading.textContent)}' behind h${last}`);
        last = level;
    }
    return last === 0 ? ['there is no heading'] : places;
}
