namespace RecurrentGpt.Offline.Chinese;

/// <summary>What is seen, heard and handled in science fiction.</summary>
internal static class ChineseBankScienceFiction
{
    internal const string Text = """
        # places
        归航站
        子午港
        长庚殖民地
        # spots
        下层气闸舱
        泵房
        种子库
        尾部走廊
        通讯塔
        餐舱
        栽培舱
        停用的反应堆大厅
        医疗舱
        驾驶舱
        货运环
        旧穿梭机
        信号室
        # things
        片:数据晶片
        只:宇航手套
        副:破面罩
        盏:信号灯
        只:氧气表
        支:样本管
        张:星图
        块:记忆芯
        台:维修机器人
        只:求救信标
        # sound
        水泵的嗡嗡声
        金属冷却的滴答声
        风扇磨轴承的声音
        漏气的嘶嘶声
        继电器的咔哒声
        飞船自言自语的低声
        冷凝水的滴落声
        # smell
        臭氧
        热灰尘
        循环空气
        冷却液
        烧焦的线路
        # weather
        霜爬上了舷窗
        沙尘擦着船壳沙沙地过去
        星星一眨不眨
        大行星升起来，占满了窗户
        灯光为了省电暗了下去
        太阳转过来，又小又硬
        # far
        货梯轰隆隆地升上来
        隔壁一层有人在打钻
        一艘穿梭机离了港
        到了换班的时候
        广播里有人在念数字
        机器人推着永远推不完的扫帚走过去
        """;
}
