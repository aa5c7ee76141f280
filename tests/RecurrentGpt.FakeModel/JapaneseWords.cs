namespace RecurrentGpt.FakeModel;

/// <summary>The words of its Japanese sentences.</summary>
internal sealed class JapaneseWords : TongueWords
{
    protected override string[] People { get; } = ["マラ", "トビン", "イゾルデ", "アンセルム", "ルート", "イヴォ", "ヘッダ"];

    protected override string[] Places { get; } = ["ハロー", "塩門", "水車町", "北桟橋", "灯台館", "渡し場", "寒港", "藻浜", "潮沼"];

    protected override string[] Ways { get; } = ["脇で", "裏で", "上で", "前で", "下で"];

    protected override string[] Acts { get; } = ["数えた", "隠した", "運んだ", "磨いた", "埋めた", "描いた", "量った", "燃やした", "直した", "替えた", "解いた"];

    protected override string[] Looks { get; } = ["濡れた", "錆びた", "借りた", "名もない", "割れた", "白んだ", "畳んだ", "歪んだ", "銀の", "空ろな", "凍った", "油じみた", "塗られた"];

    protected override string[] Things { get; } = ["灯", "手紙", "櫂", "鍵", "帳簿", "鐘", "縄", "レンズ", "木箱", "地図", "錨", "蝋燭", "樽", "網", "銅貨", "瓶", "鎧戸"];

    protected override string[] Ends { get; } =
    [
        "ゆっくりと", "二度も", "一人で", "人目を避け", "喜んで", "しぶしぶ", "毎日", "大声で", "そっと", "俯いて", "きちんと", "珍しく", "静かに", "目を閉じて", "大胆に", "堂々と", "また", "早朝に", "涙ながらに",
    ];
}
