// SPDX-License-Identifier: Apache-2.0
// report.mjs PARLEY FOLDER: writes the reports of every case into FOLDER/pages
// and opens them as readers would: on a phone, on a wide screen, in the dark,
// on paper, with the keyboard, without a script. One line a page says PASS or
// FAIL and why. Screenshots stay in FOLDER/pages to be looked at.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { crowded, overflowing } from './look.mjs';

const [, , parley, folder] = process.argv;
const pages = `${folder}/pages`;
const axe = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = 360, WIDE = 1280;
const CASES = ['cairo-2014', 'ferry-strike', 'tamira-river', 'two-shores',
               'depot-strike'];
const WRITTEN = [
  ...CASES.map((c) => [`brief-${c}`, 'brief', `cases/${c}.yaml`]),
  ['brief-nasty', 'brief', 'tests/report/nasty.yaml'],
  ['record-nasty', 'record', 'tests/report/nasty.yaml'],
  ['plans-nasty', 'plans', 'tests/report/nasty.yaml'],
  ['record-cairo', 'record', 'cases/cairo-2014.yaml'],
  ['belief-cairo', 'belief', 'cases/cairo-2014.yaml'],
  ['deals-ferry', 'deals', 'cases/ferry-strike.yaml'],
  ['plans-ferry', 'plans', 'cases/ferry-strike.yaml'],
  ['status-cairo', 'status', 'cases/cairo-2014.yaml'],
  ['stability-elmira', 'stability', 'tests/golden/gmcr/elmira_9.yaml'],
  ['unlock-cairo', 'unlock', 'cases/cairo-2014.yaml', 'humanitarian-truce'],
  ['durability-cairo', 'durability', 'cases/cairo-2014.yaml', 'humanitarian-truce'],
];

function run(...words) {
  return execFileSync(parley, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

mkdirSync(pages, { recursive: true });
for (const [name, lens, ...words] of WRITTEN)
  run(lens, ...words, '--draws', '800', '--html', `${pages}/${name}.html`);

let failed = 0;
async function check(name, body) {
  const faults = [];
  try {
    await body(faults);
  } catch (error) {
    faults.push(String(error).split('\n')[0]);
  }
  for (const fault of faults) console.log(`  ${name}: ${fault}`);
  console.log(`${faults.length ? 'FAIL' : 'PASS'}: browser ${name}`);
  if (faults.length) failed++;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: process.getuid() === 0 ? ['--no-sandbox'] : [],
});

async function open(name, faults, options = {}) {
  const page = await browser.newPage({
    viewport: { width: WIDE, height: 900 }, ...options });
  page.on('console', (m) => faults.push(`console: ${m.text()}`));
  page.on('pageerror', (e) => faults.push(`error: ${e.message}`));
  page.on('dialog', (d) => { faults.push('a script of the case ran'); d.dismiss(); });
  page.on('request', (r) => {
    if (!r.url().startsWith('file:')) faults.push(`asks for ${r.url()}`);
  });
  await page.goto(`file://${pages}/${name}.html`);
  return page;
}

// Accessibility, by axe-core, every rule it has.
async function accessible(page, faults, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document));
  for (const v of found.violations)
    faults.push(`${where}: ${v.id}: ${v.nodes[0].html.slice(0, 120)}`);
}

async function fits(page, faults, width) {
  await page.setViewportSize({ width, height: 900 });
  for (const fault of await page.evaluate(overflowing)) faults.push(`${width} px: ${fault}`);
  for (const fault of await page.evaluate(crowded)) faults.push(`${width} px: ${fault}`);
}

for (const [name] of WRITTEN)
  await check(name, async (faults) => {
    const page = await open(name, faults);
    for (const width of [PHONE, 768, WIDE]) await fits(page, faults, width);
    await accessible(page, faults, 'wide');
    await page.screenshot({ path: `${pages}/${name}-wide.png`, fullPage: true });
    await page.setViewportSize({ width: PHONE, height: 740 });
    await page.screenshot({ path: `${pages}/${name}-phone.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await accessible(page, faults, 'dark');
    await page.screenshot({ path: `${pages}/${name}-dark.png`, fullPage: true });
    await page.close();
  });

// The numbers of the JSON stand on the page, as people read them: in the table
// of who accepts, in its figure, and among what could be signed.
const DRAWN = '#f-who-accepts svg.broad text >> text=/^[<>]?[01]\\.[0-9]{2}/';
async function missing(page, data) {
  const faults = [];
  const rowsOf = (table) => page.locator(`#t-${table} tbody tr`).evaluateAll(
    (all) => all.map((tr) => [...tr.cells].map((td) => td.innerText.trim())));
  const rows = await rowsOf('accept');
  const drawn = await page.locator(DRAWN).allTextContents();
  const columns = Object.keys(data.plans.plans[0]?.accept ?? {}).length + 1;
  const table = rows.flatMap((cells) => cells.slice(1, 1 + columns))
    .map((text) => text.split(' ')[0]).filter((text) => /[0-9]/.test(text));
  const shown = (x) =>
    x > 0 && x < 0.005 ? '<0.01' : x > 0.995 && x < 1 ? '>0.99' : x.toFixed(2);
  for (const plan of data.plans.plans) {
    const row = rows.find((cells) => cells[0] === plan.title ||
      cells[0].startsWith(`${plan.title} (`));
    if (!row) { faults.push(`no row of ${plan.name}`); continue; }
    const wanted = [...Object.values(plan.accept), plan.all];
    wanted.forEach((x, i) => {
      const text = row[i + 1].split(' ')[0];
      const near = Math.abs(parseFloat(text.replace(/[<>]/, '')) - x) <= 0.0051;
      if (data.draws > 1 ? text !== shown(x) && !near : text !== (x > 0 ? 'yes' : 'no'))
        faults.push(`${plan.name}: ${text} for ${x}`);
    });
  }
  if (data.plans.plans.length === 0) faults.push('no plan');
  // The figure names each number as often as the table.
  const times = (list, text) => list.filter((one) => one.split(' ')[0] === text).length;
  for (const text of data.draws > 1 ? table : [])
    if (times(drawn, text) < times(table, text)) faults.push(`${text} is not drawn`);
  const solutions = await rowsOf('solutions');
  data.deals.solutions.forEach((s) => {
    const row = solutions.find((cells) => cells[0].split(', ').includes(s.name)) ?? [];
    s.worth.forEach((x, i) => {
      if (!(Math.abs(parseFloat(row[i + 2]) - x) <= 0.00051))
        faults.push(`${s.name}: ${row[i + 2]} for ${x}`);
    });
  });
  return faults;
}

const PLACES = ['#t-accept td.num a', DRAWN, '#t-solutions td.num a'];
for (const c of CASES)
  await check(`numbers of ${c}`, async (faults) => {
    const data = JSON.parse(run('brief', `cases/${c}.yaml`, '--draws', '800', '--json'));
    const page = await open(`brief-${c}`, faults);
    faults.push(...await missing(page, data));
    // One number altered, wherever it stands, is found.
    for (const place of PLACES) {
      const number = page.locator(place).first();
      if ((await number.count()) === 0 && data.draws > 1) faults.push(`${place}: no number`);
      if ((await number.count()) === 0) continue;
      const was = await number.evaluate((e) => {
        const text = e.textContent;
        e.textContent = text.replace(/[0-9.]+/, '0.123');
        return text;
      });
      if ((await missing(page, data)).length === 0) faults.push(`${place}: a false number passes`);
      await number.evaluate((e, text) => { e.textContent = text; }, was);
    }
    faults.push(...await missing(page, data));
    await page.close();
  });

// A page in which somebody has changed the script or the style does not run it.
await check('the policy', async (faults) => {
  const source = readFileSync(`${pages}/brief-two-shores.html`, 'utf8');
  const page = await browser.newPage();
  const said = [];
  page.on('console', (m) => said.push(m.text()));
  for (const [tag, more] of [['script', 'document.title = "changed";'], ['style', 'body { color: red }']]) {
    said.length = 0;
    await page.setContent(source.replace(`</${tag}>`, `${more}</${tag}>`));
    if (!said.some((text) => text.includes('Content Security Policy')))
      faults.push(`a changed ${tag} is run`);
  }
  if ((await page.title()) === 'changed') faults.push('the script ran');
  await page.close();
});

await check('names from right to left', async (faults) => {
  const page = await open('brief-nasty', faults);
  const names = page.locator('bdi', { hasText: 'شمال النهر' });
  if ((await names.count()) === 0) faults.push('no such name');
  const direction = await names.first().evaluate((e) => getComputedStyle(e).direction);
  if (direction !== 'rtl') faults.push(`a name runs ${direction}`);
  const base = await page.evaluate(() => getComputedStyle(document.body).direction);
  if (base !== 'ltr') faults.push(`the page runs ${base}`);
  const title = await page.title();
  if (!title.includes("<script>alert('case')</script>")) faults.push(`title ${title}`);
  const text = await page.locator('main').innerText();
  for (const name of ['<img src=x onerror=alert(1)>', '東の町', 'خطة'])
    if (!text.includes(name)) faults.push(`no ${name}`);
  // The number after such a name stands to its right, as in any sentence.
  const order = await page.locator('#t-accept tbody tr', { hasText: 'خطة' }).first()
    .evaluate((tr) => [...tr.cells].map((c) => c.getBoundingClientRect().left));
  if (order.some((x, i) => i > 0 && x <= order[i - 1])) faults.push('columns are turned round');
  await page.close();
});

await check('sorting a table', async (faults) => {
  const page = await open('brief-cairo-2014', faults);
  const button = page.locator('#t-accept thead button', { hasText: 'Israel' });
  const column = () => page.locator('#t-accept tbody tr').evaluateAll(
    (all) => all.map((tr) => tr.cells[1].innerText));
  await button.focus();
  await page.keyboard.press('Enter');
  const value = (t) => parseFloat(t.replace(/[<>]/, ''));
  const down = (await column()).map(value).filter((x) => !Number.isNaN(x));
  if (down.some((x, i) => i > 0 && x > down[i - 1])) faults.push(`not sorted: ${down}`);
  await button.click();
  const up = (await column()).map(value).filter((x) => !Number.isNaN(x));
  if (up.some((x, i) => i > 0 && x < up[i - 1])) faults.push(`not turned round: ${up}`);
  const said = await page.locator('#t-accept th[aria-sort]').getAttribute('aria-sort');
  if (said !== 'ascending') faults.push(`aria-sort ${said}`);
  await page.close();
});

await check('touching a number', async (faults) => {
  const page = await open('brief-cairo-2014', faults, { viewport: { width: PHONE, height: 740 } });
  const number = page.locator('#t-accept a.n').first();
  await number.click();
  const shown = page.locator('dialog[open]');
  const text = await shown.innerText();
  if (!text.includes('Statements on Israel')) faults.push(`shows ${text.slice(0, 60)}`);
  if (!text.includes('s11')) faults.push('the statements are not there');
  await accessible(page, faults, 'shown');
  await page.keyboard.press('Escape');
  if (await shown.count()) faults.push('Escape does not close it');
  await page.locator('.cites a').first().click();
  if (!(await shown.count())) faults.push('a citation shows nothing');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.close();
});

await check('touching a word', async (faults) => {
  const page = await open('brief-cairo-2014', faults);
  const word = page.locator('main a.w').first();
  const text = await word.innerText();
  await word.click();
  const shown = page.locator('dialog[open]');
  if (!(await shown.innerText()).includes('What this means')) faults.push(`${text} shows nothing`);
  await accessible(page, faults, 'shown');
  await page.keyboard.press('Escape');
  // A paragraph is shown with its source.
  const paragraph = page.locator('.cites a', { hasText: 'r1 par. 9' }).first();
  await paragraph.click();
  const source = await shown.innerText();
  for (const part of ['r1 par. 9', 'paragraph'])
    if (!source.includes(part)) faults.push(`no ${part} in ${source.slice(0, 60)}`);
  await page.close();
});

await check('without a script', async (faults) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`file://${pages}/brief-cairo-2014.html`);
  await page.locator('#t-accept a.n').first().click();
  const hash = new URL(page.url()).hash;
  if (!hash.startsWith('#r-')) faults.push(`leads to ${hash}`);
  if (!(await page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`).isVisible()))
    faults.push('what it leads to does not show');
  await page.locator('main a.w').first().click();
  const meaning = decodeURIComponent(new URL(page.url()).hash.slice(1));
  if (!meaning.startsWith('w-') || !(await page.locator(`[id="${meaning}"]`).isVisible()))
    faults.push(`${meaning} does not show`);
  await context.close();
});

await check('the keyboard', async (faults) => {
  const page = await open('brief-cairo-2014', faults);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.className);
  if (first !== 'skip') faults.push(`first comes ${first}`);
  await page.keyboard.press('Enter');
  if (!page.url().endsWith('#main')) faults.push('it does not skip the contents');
  await page.close();
});

await check('paper', async (faults) => {
  const page = await open('brief-cairo-2014', faults, { viewport: { width: 673, height: 980 } });
  await page.emulateMedia({ media: 'print' });
  for (const fault of await page.evaluate(overflowing)) faults.push(fault);
  if (await page.locator('nav').isVisible()) faults.push('the contents are printed');
  if (!(await page.locator('.words dd').first().isVisible())) faults.push('words are not printed');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true,
                               path: `${pages}/brief-cairo-2014.pdf` });
  if (pdf.length < 20000) faults.push(`a PDF of ${pdf.length} bytes`);
  await page.close();
});

await browser.close();
process.exit(failed ? 1 : 0);
