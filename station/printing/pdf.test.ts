import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { fixtureActor } from '../../shared/domain/fixtures.ts';
import { fieldsOf } from '../../shared/forms/blocks.ts';
import { formsFor } from '../../shared/forms/catalogue.ts';
import { drawForm, fillForm } from '../../shared/forms/draw.ts';
import { sampleFacts } from '../../shared/forms/samples.ts';
import { everyPack } from '../../shared/policy/packs.ts';
import { readPdf, withoutSpaces } from '../../tests/support/read-pdf.ts';
import { pdfOf } from './pdf.ts';
import { printPdf } from './printer.ts';

// Each PDF is made by a thread that reads the whole typeface first.
vi.setConfig({ testTimeout: 120_000 });

const FONT = readFileSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
);
const NOW = Date.parse('2026-11-20T02:00:00.000Z');

describe('the PDF of a form', () => {
  it.each(everyPack().map((pack) => [pack.city, pack] as const))(
    '%s: holds every field as text',
    async (city, pack) => {
      for (const { form } of formsFor(pack, fixtureActor('dispatcher'))) {
        const filling = { form, facts: sampleFacts({ city }), masked: false, values: {} };
        const drawing = drawForm(filling);
        const bytes = await pdfOf(drawing, { font: FONT, nowMs: NOW });
        const { text, pages, title } = await readPdf(bytes);
        expect([form.id, pages, title]).toEqual([form.id, drawing.sheets.length, drawing.title]);
        for (const { value } of fieldsOf(fillForm(filling))) expect(text).toContain(withoutSpaces(value));
      }
    },
  );

  it('carries the letters it needs with it, and only those', async () => {
    const [offered] = formsFor(everyPack()[0] ?? fail(), fixtureActor('dispatcher'));
    const facts = sampleFacts({ city: 'jilin' });
    const bytes = await printPdf(drawForm({ form: offered?.form ?? fail(), facts, masked: false, values: {} }), NOW);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw.startsWith('%PDF-1.')).toBe(true);
    expect(raw.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+NotoSerifSC/);
    expect(raw).toContain('/FontFile2');
    // None that the reader would have to have.
    expect(raw).not.toContain('/Helvetica');
    expect(bytes.length).toBeLessThan(400_000);
  });

  it('Z14: holds on 附页 what the box has no room for', async () => {
    const long = '经核实，窗口工作人员未履行一次性告知义务。'.repeat(120);
    const facts = sampleFacts({ city: 'zaozhuang' });
    const result = facts.record.order.life.result ?? fail();
    const longer = sampleFacts({ city: 'zaozhuang', life: { result: { ...result, text: long } } });
    const form = formsFor(longer.pack, fixtureActor('dispatcher')).find((one) => one.form.id === 'zz-feedback')?.form;
    const drawing = drawForm({ form: form ?? fail(), facts: longer, masked: false, values: {} });
    const { pages, text } = await readPdf(await pdfOf(drawing, { font: FONT, nowMs: NOW }));
    expect(pages).toBe(drawing.sheets.length);
    expect(pages).toBeGreaterThan(1);
    // One of the sentences is parted by the sheet's edge: its letters are counted.
    expect(text.match(/履/g)).toHaveLength(120);
  });
});

function fail(): never {
  throw new Error('the sample lacks it');
}
