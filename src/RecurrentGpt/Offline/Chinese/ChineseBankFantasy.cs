namespace RecurrentGpt.Offline.Chinese;

/// <summary>What is seen, heard and handled in fantasy.</summary>
internal static class ChineseBankFantasy
{
    internal const string Text = """
        # places
        雾泽城
        青岚山
        落星渡
        # spots
        钟楼
        沉在水下的祠堂
        织工的大厅
        地窖
        藏经阁
        石阵
        巫婆的厨房
        旧兵器库
        墓室
        边境客栈
        月门
        观星台
        炼丹房
        # things
        支:银鹿角
        块:符石
        枚:誓言戒指
        件:鸦羽斗篷
        把:玻璃匕首
        根:蜂蜡蜡烛
        片:龙鳞
        本:咒语书
        只:牛角杯
        张:织锦地图
        # sound
        很远的号角声
        井的低语
        屋梁上收拢翅膀的声音
        没有磨坊主的磨盘转动的声音
        石头后面的吟唱
        鬼火的噼啪声
        铁链绞起的声音
        # smell
        柴烟
        揉碎的草药
        旧铁
        湿羊毛
        快要下雪
        # weather
        雪往上飘了一会儿，这地方一向如此
        雾从古坟那边下来了
        风说着它的老话
        两个月亮挨得很近
        雷声沿着山走
        霜在石头上写下了字
        # far
        一个骑马的人没有点灯就过去了
        狼群开始叫了
        有人唤鹅回家
        远处的山脊上点起了烽火
        城墙上换了岗
        山里的巨人翻了个身
        """;
}
