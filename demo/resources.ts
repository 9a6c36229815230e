import type { LocalDate } from '../typings/contract/shapes';
import type { ResourceDocument } from '../cloudfunctions/documents';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';

/**
 * National services that are free to everybody, described as their own sites do, and special collections of
 * the invented city. Addresses of the invented ones end in .example, which leads nowhere by agreement.
 */

type Written = Omit<ResourceDocument, 'order' | 'shown' | 'changedAt'>;

const resources: Written[] = [
  {
    _id: 'db-ncpssd',
    kind: 'database',
    name: '国家哲学社会科学文献中心',
    provider: '中国社会科学院',
    about:
      '面向公众的哲学社会科学文献平台，以中文学术期刊为主，免费注册后可以在线阅读和下载全文。\n写论文、备课、查一个人文社科的题目，都可以从这里开始。',
    guide: [
      '点下面的“复制网址”，到电脑或手机浏览器里打开。',
      '第一次使用先注册个人账号并登录。',
      '在检索框输入题名、作者或关键词，可以按学科和年份缩小范围。',
      '打开一篇文献，选择在线阅读或下载。',
    ],
    url: 'https://www.ncpssd.cn',
    access: 'everywhere',
    subjects: ['社会科学', '期刊', '论文'],
    contact: '总馆二楼参考咨询台，0579-88000001，开馆时间内',
  },
  {
    _id: 'db-nlc',
    kind: 'database',
    name: '国家图书馆读者云门户',
    provider: '国家图书馆',
    about:
      '国家图书馆面向读者的数字资源入口，可以查找并使用图书、期刊、古籍等数字资源；各项资源的使用范围以网站说明为准。',
    guide: [
      '复制网址，到浏览器里打开。',
      '按网站提示注册或登录国家图书馆读者账号。',
      '在首页检索，或按资源类型浏览。',
      '打开一项资源前，先看它标明的使用范围。',
    ],
    url: 'https://read.nlc.cn',
    access: 'everywhere',
    subjects: ['图书', '期刊', '古籍'],
    contact: '总馆二楼参考咨询台，0579-88000001，开馆时间内',
  },
  {
    _id: 'db-nstl',
    kind: 'database',
    name: '国家科技图书文献中心',
    provider: '国家科技图书文献中心（NSTL）',
    about: '检索科技期刊、会议录、学位论文等文献的目录和文摘。检索和看文摘免费，索取全文请按网站说明办理。',
    guide: [
      '复制网址，到浏览器里打开。',
      '输入题名、作者或关键词检索，可以按文献类型筛选。',
      '看过文摘后需要全文，可按网站说明注册并申请；也可以请本馆参考咨询台协助。',
    ],
    url: 'https://www.nstl.gov.cn',
    access: 'everywhere',
    subjects: ['科学技术', '期刊', '论文'],
    contact: '总馆二楼参考咨询台，0579-88000001，开馆时间内',
  },
  {
    _id: 'co-gazetteers',
    kind: 'collection',
    name: '云溪地方文献',
    provider: '云溪市图书馆地方文献室',
    about:
      '收藏云溪的旧志、碑刻拓片、乡贤著作和地方报刊，约四千二百册（件）。\n其中清代三部《云溪县志》已有影印本，可在阅览室开架取用；原件请提前一天预约。',
    guide: [
      '到总馆四楼地方文献室，凭任一证件登记。',
      '影印本和 1949 年以后的出版物可直接取阅。',
      '看原件请提前一天电话预约，由馆员提书。',
      '需要复制请填申请单，原件只能拍照，不能复印。',
    ],
    url: '',
    access: 'in_library',
    subjects: ['地方史', '方志', '古籍'],
    contact: '地方文献室，0579-88000004，周二至周日 9:00–17:00',
  },
  {
    _id: 'co-genealogies',
    kind: 'collection',
    name: '云溪家谱',
    provider: '云溪市图书馆地方文献室',
    about: '云溪及周边乡镇的家谱三百一十二种，多数由各家族捐赠。可按姓氏、始迁地和堂号查找。',
    guide: [
      '先准备好姓氏、祖居的乡镇和堂号，知道的越多越好找。',
      '到总馆四楼地方文献室，请馆员一起查目录。',
      '家中有谱愿意共享的，可以和馆员商量扫描，原件当天带回。',
    ],
    url: '',
    access: 'in_library',
    subjects: ['家谱', '地方史'],
    contact: '地方文献室，0579-88000004，周二至周日 9:00–17:00',
  },
  {
    _id: 'co-photographs',
    kind: 'collection',
    name: '云溪老照片',
    provider: '云溪市图书馆与云溪市民',
    about:
      '1912 年至 1999 年的云溪：街道、码头、学校和一家人的合影，两千六百余张，每张都记下了拍摄地点和讲述人。',
    guide: [
      '复制网址，到浏览器里打开。',
      '用读者证号和密码登录。',
      '按年代或地点浏览，点开照片可以看到讲述人的回忆。',
      '认得照片里的人？点“补充说明”告诉我们。',
    ],
    url: 'https://photographs.yunxi-library.example',
    access: 'with_card',
    subjects: ['老照片', '地方史'],
    contact: '总馆四楼地方文献室，0579-88000004',
  },
];

export const resourcesOn = (today: LocalDate): ResourceDocument[] =>
  resources.map((resource, n) => ({
    ...resource,
    order: n + 1,
    shown: true,
    changedAt: instantOf(addDays(today, -40 - n), '10:00'),
  }));
