using System.Text.RegularExpressions;

namespace RecurrentGpt.Offline.Chinese;

/// <summary>Finds things, roles and places in a Chinese premise. A thing is written as measure word, colon, noun.</summary>
internal static partial class ChineseNouns
{
    private const int LongestThing = 6;

    private static readonly string[] PlaceNouns =
        ["空间站", "飞船", "灯塔", "小岛", "小镇", "小城", "村庄", "村子", "古堡", "城堡", "学校", "学院", "医院", "旅馆", "书店", "面包店", "图书馆", "寺庙", "庄园", "殖民地", "山谷", "森林", "沙漠", "车站", "港口", "老宅", "房子", "客栈", "王国", "岛", "城"];

    private static readonly string[] Settlements = ["空间站", "飞船", "小岛", "小镇", "小城", "村庄", "村子", "城堡", "学校", "学院", "殖民地", "山谷", "王国"];

    /// <summary>The first thing with a measure word, such as 只:漂流瓶 of 一只来自未来的漂流瓶.</summary>
    internal static string? Thing(string text, string but) => Things().Matches(text)
        .Select(match => $"{match.Groups["measure"].Value}:{Bare(match.Groups["noun"].Value)}")
        .FirstOrDefault(thing => thing != but && thing.Length is > 3 and <= LongestThing + 2 && !Roles().IsMatch(thing) && !thing.Contains("关于", StringComparison.Ordinal) && PlaceNouns.All(place => !thing.EndsWith(place, StringComparison.Ordinal)));

    internal static string? Role(string text) => Roles().Match(text) is { Success: true } match ? Bare(match.Value) : null;

    internal static string? Place(string text) => Named().Match(text) is { Success: true } match
        ? match.Groups["place"].Value
        : Settlements.FirstOrDefault(noun => text.Contains(noun, StringComparison.Ordinal));

    private static string Bare(string noun) => noun[(noun.LastIndexOfAny(['的', '名', '位', '个', '是']) + 1)..];

    [GeneratedRegex(@"一(?<measure>[个封把只本张块枚件条艘颗盏台面幅扇瓶匹支口尊份根首串卷顶道])(?<noun>[\u4E00-\u9FFF]{1,12}?)(?=[，。！？；、时后里上在从被和与并而]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Things();

    [GeneratedRegex(@"(?<=一[个位名]|^|，|。)[\u4E00-\u9FFF]{0,6}?(看守人|守塔人|看守|管理员|侦探|医生|船长|教师|老师|画家|作家|诗人|记者|猎人|机器人|宇航员|飞行员|工程师|厨师|裁缝|木匠|铁匠|学徒|骑士|商人|农夫|渔夫|警察|律师|演员|乐师|钟表匠|制图师|邮差|护士|士兵|将军)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Roles();

    [GeneratedRegex(@"(?<=[在到于])(?<place>[^，。在到于一座个小]{1,3}(镇|村|港|湾|岛|县|州|城))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
