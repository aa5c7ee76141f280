namespace RecurrentGpt.FakeModel;

/// <summary>The words of its Chinese sentences.</summary>
internal sealed class ChineseWords : TongueWords
{
    protected override string[] People { get; } = ["玛拉", "托宾", "苏禾", "安澜", "如意", "伊沃", "海达"];

    protected override string[] Places { get; } = ["盐门", "磨坊溪", "北码头", "灯屋", "渡口", "冷港", "海带湾", "咸沼", "哈罗"];

    protected override string[] Ways { get; } = ["旁边", "后面", "高处", "前头", "底下"];

    protected override string[] Acts { get; } = ["数着", "藏起", "搬走", "擦亮", "埋下", "画下", "称过", "烧掉", "修好", "换来", "拆开"];

    protected override string[] Looks { get; } = ["潮湿的", "生锈的", "借来的", "无名的", "裂开的", "发白的", "折好的", "歪斜的", "银色的", "空心的", "冻住的", "涂油的", "上漆的"];

    protected override string[] Things { get; } = ["灯", "信", "桨", "钥匙", "账本", "铃铛", "绳子", "透镜", "木箱", "地图", "船锚", "蜡烛", "酒桶", "渔网", "铜钱", "瓶子", "窗板"];

    protected override string[] Ends { get; } =
    [
        "动作很慢", "一连两遍", "独自一人", "没人看见", "满心欢喜", "很不情愿", "天天如此", "声音很响", "几乎无声", "低着头", "一丝不乱", "难得一次", "神色平静", "闭着眼睛", "胆子很大", "当着众人", "又来一回", "天还没亮",
        "眼里有泪",
    ];
}
