namespace RecurrentGpt.Offline.Chinese;

/// <summary>What is seen, heard and handled in a story of the past.</summary>
internal static class ChineseBankHistorical
{
    internal const string Text = """
        # places
        永宁城
        青石驿
        临漳县
        # spots
        账房
        染坊
        佛堂
        驿馆
        马厩
        书坊
        城门楼
        药铺
        大厨房
        铸钟坊
        衙门的偏厅
        粮仓
        绣楼
        # things
        方:火漆印
        支:狼毫笔
        枚:竹符
        块:玉佩
        本:流水账
        柄:折扇
        道:通关文书
        卷:经书
        只:沙漏
        幅:小像
        # sound
        马蹄敲石板的声音
        印书的木板声
        缓慢的鼓声
        毛笔蹭纸的声音
        船厂的锤声
        和尚念经的声音
        更夫的梆子声
        # smell
        油灯
        马和皮革
        新墨
        线香
        草药
        # weather
        雨把巷子泡成了泥
        一场硬霜封住了河面
        风整月都从东边来
        每辆车后面都扬着灰
        雪积在屋檐上
        大水开始退了
        # far
        兵丁在校场上操练
        钟声在替谁送葬
        差役念着谁也不想听的告示
        集上的女人高声报价
        漕船等着涨水
        一群人举着火把过去了
        """;
}
