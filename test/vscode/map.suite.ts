import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describePage, itCanBeRead, openedOffline, savedFile } from './pages.ts';

const map = { name: 'map', command: 'proviso.showMap', shown: '.node', document: 'ferry-hire.agreement' };

describePage('the map', map, (page) => {
  const node = (words: string) => `.node:has-text("${words}")`;

  it('shows who cites whom, and what is cited and not there', async () => {
    await page.shows('arrow', '.arrow', { state: 'attached' });
    await page.shows('missing', '.node.missing:has-text("Section 2.7"):has-text("not there")');
  });

  it('leads to the text by mouse and by keyboard', async () => {
    await page.shows('go', node('Section 3.1'), { click: node('Section 3.1') });
    await page.leadsTo('Section 3.1');
    // The first arrow of Section 3.1 leads to Section 2.1.
    await page.shows('keys', '.node:focus:has-text("Section 2.1")', {
      focus: node('Section 3.1'),
      press: 'ArrowRight',
    });
    await page.shows('enter', node('Section 2.1'), { focus: node('Section 2.1'), press: 'Enter' });
    await page.leadsTo('Section 2.1 Hire');
  });

  it('shows how terms build on each other', async () => {
    await page.shows('terms', node('Crossing'), { focus: 'select', type: 'T' });
    await page.shows('filtered', node('Landings'), { focus: 'input', type: 'Landings' });
    await page.shows('nothing', '[role=status]:has-text("has “Landings at sea”")', {
      focus: 'input',
      type: ' at sea',
    });
    await page.shows('again', node('Landings'), { focus: 'input', press: 'Escape' });
  });

  itCanBeRead(map);
});

const markup = { ...map, name: 'map-markup', document: 'markup.agreement' };

describePage('the map of a document that writes as pages do', markup, (page) => {
  it('is saved as a drawing that needs nothing else, in which all words are words', async () => {
    await page.shows('terms', '.node:has-text("Boat")', { focus: 'select', type: 'T' });
    await page.shows('export', '.node', { click: 'button:has-text("Export as SVG")' });
    const file = await savedFile(markup.name, 'markup.svg');
    const { text, ...drawing } = await openedOffline(file);
    const nothing = { active: [], asked: [], said: [] };
    assert.deepEqual(drawing, {
      ...nothing,
      root: 'svg',
      isWellFormed: true,
      ground: 'rgba(0, 0, 0, 0)',
      pages: 1,
    });
    assert.ok(text.includes(`<img src=x onerror=alert(1)> & 'oars' ]]>`), text);
    await vscode.workspace.fs.delete(file);
  });
});
