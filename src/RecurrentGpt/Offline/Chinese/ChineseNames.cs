using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Offline.Chinese;

/// <summary>Finds the names of people in Chinese text, which has no capital letters: by known names, by what introduces a name, and by family names.</summary>
internal static partial class ChineseNames
{
    internal const string Women = "林晚 苏禾 沈青 陆瑶 程雪 韩月 宋宁 顾念 许棠 秦素 方琳 杜若 罗敏 唐蓉 蒋兰 魏姝 傅云 谭雁 邹静 彭莹";
    internal const string Men = "周砚 陈默 陆川 沈舟 李崇 顾北 韩江 程远 宋岩 魏澜 杜衡 罗岳 唐烨 郑安 何川 秦昭 吕松 丁朗 邓广 梁辰";

    private const string ForeignWomen = "米拉 玛拉 安娜 艾玛 莉莉 露西 索菲 爱丽丝 玛丽 海伦 艾达 克拉拉 诺拉 薇拉 伊娃 丽莎 凯特 玛莎 娜塔莎 伊莎贝拉";
    private const string ForeignMen = "约翰 汤姆 杰克 大卫 彼得 马丁 亚当 托比 保罗 亨利 卢卡 诺亚 汉斯 奥斯卡 迈克 乔治 威廉 查理 尼克 山姆";

    private const string NotNames = "周围 周末 周日 周一 林子 林中 林间 王国 王宫 王子 王后 张开 张望 张纸 陈旧 孙子 孙女 石头 石阶 方向 方面 方才 方法 任何 任务 叶子 江边 江水 江面 夏天 夏夜 夏日 钟声 钟表 钟楼 钟头 钟摆 田野 文件 文字 "
        + "万一 雷声 雷雨 武器 毛巾 毛衣 毛病 龙头 龙鳞 汤碗 余下 余光 程度 许多 许久 唐突 苏醒 丁点 史前 段落 段路 金属 白天 高兴 常常 马上 马路 马房 黄昏 温暖 安静 安全 何时 何处 何必 何况 于是 于此 和平 成为 成功 白色 黑色 花园 关上 关于 关系 "
        + "谢谢 谢意 顾客 顾不 顾着 范围 汪洋 姜汤 戴着 戴上 杜绝 夏季 钱包 钱袋 康复 贺卡 乔装 黎明 武士 薛定 段时 彭湃 曾经 曾在 曾有 曾是 沈没 吕布 傅粉 严肃 程序 韩语 唐朝 宋朝 秦朝 郑重 梁上 方知 章节";

    private const string Surnames = "林周李王张刘陈杨赵吴徐孙朱郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪任姜范方姚谭廖邹陆郝孔崔邱秦顾侯邵孟龙段汤尹黎乔贺赖龚何";
    private const string WomenSigns = "婉晚琴芳丽娜娟雪梅莉珊玲燕秀英兰婷静怡敏慧云月莹萍红艳菲倩琳蓉妍瑶娘妈姐妹婆姨姑嫂奶";

    private static readonly FrozenSet<string> Skipped = NotNames.Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> KnownWomen = $"{Women} {ForeignWomen}".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> KnownMen = $"{Men} {ForeignMen}".Split(' ').ToFrozenSet();

    internal static IReadOnlyList<Person> Of(string text) =>
    [
        .. Known(text).Concat(Matches(Introduced(), text)).Concat(Matches(ByFamily(), text).Where(found => IsLikely(found.Name)))
            .OrderBy(found => found.At).DistinctBy(found => found.Name)
            .Select(found => new Person(found.Name, IsWoman(found.Name, text))),
    ];

    private static IEnumerable<(string Name, int At)> Known(string text) => KnownWomen.Concat(KnownMen)
        .Select(name => (name, text.IndexOf(name, StringComparison.Ordinal)))
        .Where(found => found.Item2 >= 0);

    private static IEnumerable<(string Name, int At)> Matches(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups["name"]).Select(group => (group.Value, group.Index));

    private static bool IsLikely(string name) => !Skipped.Contains(name) && !Skipped.Contains(name[..2]) && !KnownWomen.Contains(name[..2]) && !KnownMen.Contains(name[..2]);

    private static bool IsWoman(string name, string text)
    {
        if (KnownWomen.Contains(name) != KnownMen.Contains(name))
        {
            return KnownWomen.Contains(name);
        }

        var told = string.Concat(Voice.Sentences(text).Where(sentence => sentence.Contains(name, StringComparison.Ordinal)));
        var balance = told.Count(c => c is '她' or '女') - told.Count(c => c is '他' or '男');
        return balance != 0 ? balance > 0 : name.Any(WomenSigns.Contains);
    }

    [GeneratedRegex(@"(名叫|叫做|叫作|名字叫|名字是|主要人物)(?<name>[\u4E00-\u9FFF·]{2,5}?)(?=[的，。、在是发捡收要从有回和与来去想]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Introduced();

    // A family name and one or two characters, at the start of a clause or behind a word that people stand behind, and before a word that follows people.
    [GeneratedRegex("(?<=^|[，。！？：；、“”「」\n和与跟对向给找被问])(?<name>[" + Surnames + "][\u4E00-\u9FFF]{1,2}?)(?=[在把从向对说问道看走来去是有没不和与跟也就又却正已想知听拿找发收站坐推打笑点摇被给将回带得捡修住要会能，。、：]|终于|决定|忽然|突然)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByFamily();
}
