using System.Text.RegularExpressions;

namespace RecurrentGpt.Memory.ShortTerm.Stale;

/// <summary>Reads plain Chinese clauses: 灯亮着, 灯灭了, 她吹灭了灯, 把门锁上, 玛拉带着钥匙, 托宾离开了地窖.</summary>
internal static partial class ChineseClaims
{
    private const string Between = "(?:还|仍|仍然|依然|依旧|一直|都|是|正|现在|已经|已|终于|忽然|突然|也|又|就|便|自己|全|渐渐|慢慢|轻轻|重新|很快|早就)*";

    private static readonly (string Aspect, bool Value, string[] Words)[] States =
    [
        ("亮", true, ["亮着", "点着", "燃着"]), ("亮", false, ["灭了", "熄灭了", "熄了"]), ("活", true, ["活着"]), ("活", false, ["死了", "去世了", "断了气", "淹死了"]),
        ("开", true, ["开着", "敞开着", "打开了", "敞着"]), ("开", false, ["关着", "关上了", "紧闭着"]), ("锁", true, ["锁着", "上了锁", "锁上了"]), ("醒", true, ["醒着", "醒了", "醒来了", "醒了过来"]),
        ("醒", false, ["睡着", "睡着了"]), ("失", true, ["不见了", "失踪了", "丢了"]), ("失", false, ["找到了", "回来了"]), ("整", false, ["碎了", "破了"]), ("整", true, ["完好"]), ("封", true, ["没有拆开", "还没拆"]),
    ];

    private static readonly (string Aspect, bool Value, string[] Words)[] Deeds =
    [
        ("亮", false, ["吹灭", "熄灭", "掐灭"]), ("亮", true, ["点亮", "点燃"]), ("活", false, ["杀死", "杀了"]), ("开", true, ["打开", "推开", "拉开"]), ("开", false, ["关上", "合上"]), ("锁", true, ["锁上"]), ("锁", false, ["打开了锁"]),
        ("失", false, ["找到", "找回"]), ("整", false, ["打碎", "砸碎", "摔碎"]), ("封", false, ["拆开"]),
    ];

    internal static IReadOnlyList<Claim> Of(string sentence)
    {
        if (sentence.AsSpan().ContainsAny("？?") || Doubt().IsMatch(sentence))
        {
            return [];
        }

        var claims = new List<Claim>();
        foreach (var clause in sentence.Split(['，', '；', '。', '！', '：', '、', '…', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            claims.AddRange(OfState(clause));
            claims.AddRange(OfDeed(clause));
            claims.AddRange(OfHolding(clause));
        }

        return claims;
    }

    private static IEnumerable<Claim> OfState(string clause) =>
        from state in States
        from word in state.Words
        where clause.EndsWith(word, StringComparison.Ordinal) && !Moved().IsMatch(clause)
        from claim in About(state.Aspect, state.Value, clause[..^word.Length])
        select claim;

    private static IEnumerable<Claim> OfDeed(string clause)
    {
        foreach (var (aspect, value, word) in Deeds.SelectMany(deed => deed.Words.Select(word => (deed.Aspect, deed.Value, word))))
        {
            var at = clause.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var moved = clause.LastIndexOf('把', at);
            var thing = moved >= 0 ? clause[(moved + 1)..at] : clause[(at + word.Length)..].TrimStart('了');
            foreach (var claim in About(aspect, value, thing))
            {
                yield return claim;
            }

            // What is unlocked can be opened, and what is opened was unlocked.
            if (aspect == "开" && value)
            {
                foreach (var claim in About("锁", false, thing))
                {
                    yield return claim;
                }
            }
        }
    }

    private static IEnumerable<Claim> OfHolding(string clause)
    {
        var (has, gives, isIn, leaves) = (Has().Match(clause), Gives().Match(clause), IsIn().Match(clause), Leaves().Match(clause));
        return new[] { (has, "持", true), (gives, "持", false), (isIn, "在", true), (leaves, "在", false) }
            .Where(found => found.Item1.Success)
            .SelectMany(found => About(found.Item2, found.Item3, found.Item1.Groups["who"].Value)
                .Select(claim => claim with { Object = Head(found.Item1.Groups["what"].Value) }));
    }

    private static IEnumerable<Claim> About(string aspect, bool value, string name)
    {
        var bare = Filler().Replace(name, "").Trim();
        var head = Head(bare);
        return bare.Length is 0 or > 10 || Pronoun().IsMatch(head) ? [] : [new Claim(aspect, value, head, ModifiersOf(bare))];
    }

    // "地窖的门": the door, told from others by the cellar.
    private static string Head(string name) => Measure().Replace(name[(name.LastIndexOf('的') + 1)..].TrimEnd('里', '上', '中', '了'), "");

    private static HashSet<string> ModifiersOf(string name) => name.LastIndexOf('的') is > 0 and var at ? [name[..at]] : [];

    [GeneratedRegex("如果|要是|好像|仿佛|似乎|像是|差点|几乎|梦见|想象|也许|可能|大概|没有死|从前|曾经|以前|本来|原来|以为|想要|打算|应该|会不会|将要|别|不要|不肯|不能|假如|万一|直到", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Doubt();

    [GeneratedRegex(Between + "$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Filler();

    [GeneratedRegex("^(?:她|他|它|谁|有人|人|自己|她们|他们|什么|大家)$|^(?:另|别|每|某)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pronoun();

    [GeneratedRegex("(?:^|[^那这一两])把", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Moved();

    [GeneratedRegex("^(?:那|这)?(?:一|两)?(?:盏|扇|把|封|棵|只|个|条|座|间)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Measure();

    [GeneratedRegex("^(?<who>[^把在给]{1,6}?)(?:还|仍然|一直|身上)*(?:带着|拿着|握着|留着|有)(?<what>[^着了过]{1,6})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Has();

    [GeneratedRegex("^(?<who>[^把在给]{1,6}?)(?:终于|已经|又|就|便)*把(?<what>.{1,6}?)(?:都|全)*(?:交给|送给|给了|扔|丢|烧|卖)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Gives();

    [GeneratedRegex("^(?<who>[^把在给]{1,6}?)(?:还|仍然|一直|正)*在(?<what>.{1,5}?)(?:里|上|中)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex IsIn();

    [GeneratedRegex("^(?<who>[^把在给]{1,6}?)(?:终于|已经|就|便|悄悄)*(?:离开|走出|逃出|跑出)了?(?<what>.{1,5})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Leaves();
}
