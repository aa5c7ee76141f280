namespace RecurrentGpt.Offline.Chinese;

/// <summary>What is seen, heard and handled in a western.</summary>
internal static class ChineseBankWestern
{
    internal const string Text = """
        # places
        枯河镇
        红石井
        卡伦堡
        # spots
        马房
        酒馆
        监狱
        水塔
        废矿
        电报局
        没有屋顶的教堂
        杂货铺
        工棚
        棺材铺
        渡口小屋
        边界木屋
        验金所
        # things
        枚:空弹壳
        张:地契
        只:银马刺
        块:烙铁
        枚:锡星
        张:通缉告示
        只:水壶
        只:鞍袋
        封:电报
        副:纸牌
        # sound
        风车转动的声音
        少一根弦的提琴声
        马嚼子的叮当声
        靴子踏木板的声音
        百叶窗的拍打声
        远处火车的汽笛
        苍蝇撞玻璃的声音
        # smell
        鼠尾草
        枪油
        煮过两遍的咖啡
        晒烫的皮革
        便宜的威士忌
        # weather
        风卷走了半条街的沙
        热气在路面上抖
        尘土站起来走路
        旱雷在台地上闪
        太阳像锤子一样砸下来
        云聚拢了，什么也没有给
        # far
        驿车误了点才到
        牛群正从镇上赶过去
        有人朝天开了两枪
        牧师对着河喊话
        一个孩子牵着瘸马走过街
        郊狼在干河那边叫起来
        """;
}
