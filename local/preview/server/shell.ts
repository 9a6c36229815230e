/** The one HTML page: the phone, and the panel beside it when there is room. */
export function shell(): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>书香 · 预览</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview/host.css">
</head>
<body>
<div id="preview"></div>
<script src="/preview/host.js"></script>
<script src="/preview/app.js"></script>
<script src="/preview/scripts.js"></script>
</body>
</html>
`;
}
