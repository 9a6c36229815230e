import { articleFromHtml } from './article-html';

const page = (content: string): string => `<!doctype html><html><head><title>页面</title></head><body>
  <h1 id="activity-name"> 雨中的
  书房 </h1><a id="js_name">云溪图书馆</a>
  <div id="js_content">${content}</div><script>alert(1)</script></body></html>`;

it('takes title and author along, and of the page its content alone', () => {
  const { title, author, blocks } = articleFromHtml(page('<p>一段</p>'));
  expect({ title, author, blocks }).toEqual({
    title: '雨中的 书房',
    author: '云溪图书馆',
    blocks: [{ kind: 'text', text: '一段' }],
  });
});

it('headings, quotes, lists and paragraphs become blocks, empty ones nothing', () => {
  const html = `<section><h2>小标题</h2><p>第一段<br>第二行</p><p><br></p><p>&nbsp;</p>
    <blockquote><p>引文</p></blockquote><ul><li>甲</li><li>乙</li></ul></section>尾`;
  expect(articleFromHtml(page(html)).blocks).toEqual([
    { kind: 'heading', text: '小标题' },
    { kind: 'text', text: '第一段\n第二行' },
    { kind: 'quote', text: '引文', from: '' },
    { kind: 'text', text: '甲' },
    { kind: 'text', text: '乙' },
    { kind: 'text', text: '尾' },
  ]);
});

it('a picture keeps its place, and is named as one that has to be put in', () => {
  const { blocks, missing } = articleFromHtml(
    page('<p>前<img data-src="https://mmbiz.qpic.cn/a" alt="窗">后</p><img src="data:image/png;base64,AA">'),
  );
  expect(blocks).toEqual([
    { kind: 'text', text: '前' },
    { kind: 'picture', fileId: '', caption: '', alt: '窗' },
    { kind: 'text', text: '后' },
  ]);
  expect(missing).toEqual(['https://mmbiz.qpic.cn/a']);
});

it.each([
  '<script>alert(1)</script>',
  '<p><script>alert(1)</script></p>',
  '<img src=x onerror=alert(1)>',
  '<style>*{}</style><noscript>alert(1)</noscript>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<svg><script>alert(1)</script></svg>',
  '<template><p>alert(1)</p></template>',
  '<form><input value="alert(1)"><button>alert(1)</button></form>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
])('nothing of a script comes in: %s', (hostile) => {
  const { blocks } = articleFromHtml(page(`<p>好</p>${hostile}`));
  expect(JSON.stringify(blocks)).not.toMatch(/alert|onerror|<|javascript/);
});

it('what cannot be taken along is said', () => {
  const { leftOut } = articleFromHtml(
    page('<iframe></iframe><mpvoice></mpvoice><table><tr><td>甲</td></tr></table>'),
  );
  expect(leftOut).toEqual(['内嵌视频或网页', '音频', '表格的格式']);
});

it('broken HTML and a bare text are read as well; boxes in boxes without end are left out and said', () => {
  expect(articleFromHtml('<p>没有<b>关好').blocks).toEqual([{ kind: 'text', text: '没有关好' }]);
  expect(articleFromHtml('只有一句').blocks).toEqual([{ kind: 'text', text: '只有一句' }]);
  expect(articleFromHtml(`<p>面</p>${'<div>'.repeat(10_000)}底`)).toMatchObject({
    blocks: [{ kind: 'text', text: '面' }],
    leftOut: ['层层嵌套得太深的内容'],
  });
});
