namespace RecurrentGpt.Offline.Chinese;

/// <summary>What is seen, heard and handled in a mystery or a thriller.</summary>
internal static class ChineseBankMystery
{
    internal const string Text = """
        # places
        临江里
        柳荫街
        沈家埠
        # spots
        书房
        后楼梯间
        酒窖
        档案室
        药房
        阁楼
        候车室
        暗房
        管家的房间
        上锁的客厅
        储藏室
        阅览室
        茶馆
        # things
        只:刻字打火机
        张:当票
        只:珍珠耳环
        座:老座钟
        张:火车票
        只:药瓶
        根:手杖
        枚:象牙棋子
        张:名片
        份:遗嘱
        # sound
        走廊里座钟的滴答声
        水龙头滴水的声音
        楼梯吱呀一声
        钢笔划纸的声音
        响个不停的电话铃
        炉子里煤块塌下去的声音
        单扇门晃动的声音
        # smell
        烟斗
        地板蜡
        樟脑
        湿呢子
        苦杏仁
        # weather
        雨打着窗户
        雾堵在街上，像一群人
        风挨个推着每一扇门
        雨夹雪落在瓦上
        细雨把砖墙染黑了
        檐沟满得溢了出来
        # far
        一辆黄包车过去了
        教堂的钟敲了一刻
        巡警挨家试着店门
        对面有人拉上了窗帘
        末班车开走了
        狗叫了两声
        """;
}
