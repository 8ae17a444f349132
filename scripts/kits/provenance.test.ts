import { expect, test } from 'vitest';
import { journeyContent } from '../../src/e2e/built-sites.ts';
import { provenanceOf } from './provenance.ts';

test('a document says of which kit and day it is, and the titles, owners and addresses of its entries', () => {
  const from = [
    'pages/first-year',
    'glossary/deemed-export',
    'surveys/mext/industry-collaboration-survey-h26',
    'best-practices/tmdu/medical-coi-management-model-site',
  ];
  expect(provenanceOf(journeyContent, 'handover', from)).toMatchInlineSnapshot(`
    {
      "day": "2026年11月22日",
      "hasChoices": false,
      "kitAddress": "/kits/handover/",
      "kitTitle": "後任への引継ぎの様式例",
      "moment": 2026-11-22T03:00:00.000Z,
      "sources": [
        {
          "address": "/first-year/",
          "owner": "ページ",
          "title": "はじめての担当者へ",
        },
        {
          "address": "/glossary/deemed-export/",
          "owner": "用語",
          "title": "みなし輸出",
        },
        {
          "address": "/surveys/mext/industry-collaboration-survey-h26/",
          "owner": "文部科学省",
          "title": "699機関のうち121機関が安全保障貿易管理体制を整備と回答（平成26年度産学連携等実施状況調査）",
        },
        {
          "address": "/practices/tmdu/medical-coi-management-model-site/",
          "owner": "東京医科歯科大学・当時",
          "title": "医学研究利益相反マネジメントモデルの公開サイト",
        },
      ],
    }
  `);
});

test('a source that is not there is no source', () => {
  expect(() => provenanceOf(journeyContent, 'handover', ['pages/none'])).toThrow('ENOENT');
});
