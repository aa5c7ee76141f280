namespace RecurrentGpt.Offline.Chinese;

/// <summary>What is seen, heard and handled in a romance, or among the young.</summary>
internal static class ChineseBankRomance
{
    internal const string Text = """
        # places
        青藤巷
        云水镇
        白榆街
        # spots
        花房
        面包房
        琴房
        老果园
        书店
        小剧场
        船坞
        裁缝铺
        厨房
        渡口的小屋
        天台的玻璃房
        教室
        画室
        # things
        朵:干花
        条:丝绒发带
        把:油纸伞
        张:明信片
        只:八音盒
        顶:草帽
        本:菜谱
        盏:纸灯笼
        本:签名簿
        张:合影
        # sound
        有人调琴的声音
        杯子相碰的声音
        窗里飘出来的圆舞曲
        裙摆扫过楼梯的声音
        自行车铃声
        檐下鸽子的咕咕声
        远处的笑声
        # smell
        橙花
        刚出炉的面包
        雨后泥土
        蜡烛
        青草
        # weather
        暖风掀动了窗帘
        雨停了，像有人开口求过它
        阳光像蜜一样铺在屋顶上
        花瓣落得到处都是
        一阵雨过去，街道闪着光
        天色蓝蓝地暗下来
        # far
        有人在练音阶
        孩子们沿着墙跑回家
        集市收起了凉棚
        一队迎亲的人唱着走过去
        一条船在水上掉了头
        两个老人为一盘棋争起来
        """;
}
