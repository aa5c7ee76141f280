using System.Globalization;
using System.Text.RegularExpressions;

namespace RecurrentGpt.FakeModel;

/// <summary>A language other than English in which the server writes when a prompt names it: as unlike from sentence to sentence, and from plan to plan, as its English.</summary>
internal sealed partial class Tongue
{
    private static readonly string[] Asked =
    [
        "Name", "Outline", "Paragraph 1", "Paragraph 2", "Paragraph 3", "Summary", "Output Paragraph", "Paragraph Summary", "Rationale", "Updated Memory", "Instruction 1", "Instruction 2", "Instruction 3",
        "Rewritten Passage",
    ];

    public static Tongue Chinese { get; } = new()
    {
        Labels = Under("书名", "大纲", "段落1", "段落2", "段落3", "摘要", "输出段落", "段落摘要", "理由", "更新的记忆", "指令1", "指令2", "指令3", "改写后的段落"),
        Title = "第{0}港的灯",
        Rationale = "删去第{1}回合已经了结的事。加入第{0}回合留下的悬念，因为下一段用得着。",
        Standing = "这是第{0}步之后的情形。",
        PlanEnd = "停在第{0}回合见分晓之前。",
        Sentence = "{0}在{1}{2}{3}第{4}件{5}{6}，{7}。",
        Words = new ChineseWords(),
        Plans =
        [
            "玛拉爬上{0}号桅杆，割断结冰的帆绳，举火把给领航员发信号。港务长放出{0}号信号弹，已经太晚。没等谁去转舵，冰就封住了{0}号水道。",
            "托宾翻开账本第{0}页，大声念出母亲欠下的债。书记员用绿蜡封好第{0}个信封。谁在正午前付清{0}块钱，磨坊就归谁。",
            "苏禾往礼拜堂底下埋进第{0}颗种子，拿盐水浇灌。虽是寒冬，蜜蜂却聚到第{0}根枝头。神父禁唱第{0}首圣歌，把管风琴锁了起来。",
        ],
    };

    public static Tongue Japanese { get; } = new()
    {
        Labels = Under("タイトル", "あらすじ", "段落1", "段落2", "段落3", "要約", "出力段落", "段落の要約", "根拠", "更新された記憶", "指示1", "指示2", "指示3", "書き直した文章"),
        Title = "第{0}港の灯",
        Rationale = "第{1}場で片付いたことは削除。第{0}場で残った謎を追加、次の段落で要るため。",
        Standing = "ここまでが第{0}場の後である。",
        PlanEnd = "第{0}場の決着の前で止まる。",
        Sentence = "{0}は{1}の{2}{7}、{5}{6}を{4}個{3}。",
        Words = new JapaneseWords(),
        Plans =
        [
            "マラは{0}番の帆柱に登り、凍った綱を断ち、松明で水先人に合図する。港長は{0}番の狼煙を上げるが遅すぎる。誰も舵を切らぬうちに氷が{0}番水路を閉ざす。",
            "トビンは帳簿の{0}頁を開き、母の借金を読み上げる。書記は緑の蝋で{0}通目の封筒を閉じる。正午までに{0}円を払う者が水車小屋を得る。",
            "イゾルデは礼拝堂の床下に{0}粒目の種を蒔き、塩水を与える。真冬なのに蜜蜂が{0}番目の枝へ集まる。司祭は賛美歌{0}番を禁じ、鍵盤を封印する。",
        ],
    };

    /// <summary>The labels that models use which answer in the language, by those of the prompt.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    public required string Title { get; init; }

    public required string Rationale { get; init; }

    public required string Standing { get; init; }

    public required string PlanEnd { get; init; }

    public required string Sentence { get; init; }

    public required TongueWords Words { get; init; }

    public required string[] Plans { get; init; }

    /// <summary>The language that a prompt names; null for all that is written in English here.</summary>
    public static Tongue? Of(RecordedChatRequest request)
    {
        var name = Named().Match(request.User).Groups["name"].Value;
        return name.Contains("中文", StringComparison.Ordinal) || name.Contains("Chinese", StringComparison.OrdinalIgnoreCase) ? Chinese
            : name.Contains("日本語", StringComparison.Ordinal) || name.Contains("Japanese", StringComparison.OrdinalIgnoreCase) ? Japanese
            : null;
    }

    public string Section(string label, int step, int place) => label switch
    {
        "Name" => Filled(Title, step, step),
        "Updated Memory" or "Summary" => Sentences(step, place, 5) + Filled(Standing, step, step),
        "Rationale" => Filled(Rationale, step, step - 1),
        "Paragraph Summary" => Sentences(step, place, 2),
        _ when label.StartsWith("Instruction", StringComparison.Ordinal) => Filled(Plans[(label[^1] - '1') % Plans.Length], step, place) + Filled(PlanEnd, step, place),
        _ => Sentences(step, place, 8),
    };

    private string Sentences(int step, int place, int count) =>
        string.Concat(Enumerable.Range((step * 1_000) + (place * 50), count).Select(number => Words.Fill(Sentence, number)));

    private static Dictionary<string, string> Under(params string[] labels) => Asked.Zip(labels).ToDictionary(label => label.First, label => label.Second);

    private static string Filled(string text, int step, int other) => string.Format(CultureInfo.InvariantCulture, text, step, other);

    [GeneratedRegex(@"^=+ Language =+\n(?<name>[^\n]*)\n", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
