namespace RecurrentGpt.Offline.Chinese;

/// <summary>What is seen, heard and handled in any other kind of story.</summary>
internal static class ChineseBankOther
{
    internal const string Text = """
        # places
        盐湾
        渡口镇
        下河村
        # spots
        船屋
        厨房
        里屋
        祠堂
        作坊
        地窖
        教室
        花园的棚子
        老磨坊
        渡口的小屋
        邮局
        灯室
        阁楼
        # things
        只:鱼漂
        把:水平尺
        本:袖珍历书
        口:船钟
        把:铜水壶
        包:种子
        张:潮汐表
        支:木哨
        床:百衲被
        副:望远镜
        # sound
        缆绳的吱呀声
        百叶窗的拍打声
        檐沟慢慢滴水的声音
        谁家院子里的锯木声
        水壶快要烧开的声音
        屋顶上海鸥的脚步声
        不知哪里的钟摆声
        # smell
        湿绳子
        面包
        灯油
        苹果
        盐
        # weather
        雨从水面上过来了
        风转到了北边
        雾贴着篱笆
        太阳找到一道缝，就用上了
        头几滴雨落得很稀
        云低到了烟囱那里
        # far
        一条船出去了
        有人在补屋顶
        大人在喊孩子回家
        一辆轮子松了的车过去了
        渡口的铃响了
        两个邻居隔着墙说话
        """;
}
