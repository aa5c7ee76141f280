namespace RecurrentGpt.Offline.Chinese;

/// <summary>What is seen, heard and handled in horror.</summary>
internal static class ChineseBankHorror
{
    internal const string Text = """
        # places
        槐荫宅
        止水村
        灰岭
        # spots
        婴儿室
        冰窖
        进水的地下室
        西厢
        解剖室
        家族墓室
        钉死的阁楼
        小教堂
        洗衣房
        枯井房
        长廊
        空病房
        门房
        # things
        只:瓷娃娃
        只:锈铁铃
        只:血手套
        只:婴儿鞋
        绺:头发
        本:下葬簿
        根:黑蜡烛
        条:病人手环
        块:黑面纱
        只:牙齿罐
        # sound
        头顶上慢慢拖动的声音
        和钟摆合拍的呼吸声
        快要走完的八音盒声
        贴着门底的三下敲门声
        绳子绷紧的声音
        灰泥后面的耳语
        没有水的地方的水声
        # smell
        湿土
        百合花
        馊了的牛奶
        冷铁
        霉
        # weather
        雾把脸贴在玻璃上
        雨在玻璃里面往下流
        风一下子停了
        天比平常早黑了一个钟头
        月亮露了一下，又藏起来
        树好像比先前离房子更近
        # far
        狗叫到一半断了
        一点光沿着坟地移动
        钟敲了十三下
        乌鸦一齐飞了起来
        有人在挖土
        空了多年的房子里，一扇门响了一声
        """;
}
