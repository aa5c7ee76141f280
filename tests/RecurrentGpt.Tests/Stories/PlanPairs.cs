namespace RecurrentGpt.Tests.Stories;

/// <summary>Plans that were written for measuring: of each scene one plan, the same in other words, and two that go other ways with the same people and things.</summary>
/// <param name="Language">"en" or "zh".</param>
/// <param name="Name">Somebody whom the first plan names.</param>
/// <param name="OtherName">The same person by another name.</param>
internal sealed record PlanScene(string Language, string First, string Reworded, string Second, string Third, string Name, string OtherName)
{
    internal IEnumerable<PlanPair> Pairs =>
    [
        new("reworded", Language, First, Reworded),
        new("renamed", Language, First, First.Replace(Name, OtherName, StringComparison.Ordinal)),
        new("different", Language, First, Second),
        new("different", Language, First, Third),
        new("different", Language, Second, Third),
        new("different", Language, Reworded, Second),
    ];
}

internal sealed record PlanPair(string Kind, string Language, string First, string Second)
{
    internal bool IsSame => Kind != "different";
}

internal static class PlanPairs
{
    internal static IReadOnlyList<PlanScene> Scenes { get; } =
    [
        new("en",
            "Mara pulls the rope up herself and finds her own knot at the end of it. She will not let the boy see. He asks what she is hiding. She lies badly, and he notices.",
            "Mara hauls up the rope on her own and discovers at its end a knot that is hers. She keeps it from the boy. When he asks what she hides, her lie is a bad one and he sees through it.",
            "The neighbour's lamp crosses the yard above them. Mara and the boy put theirs out and wait. In the dark the hum says a word, and both of them heard the same one.",
            "Mara asks the boy plainly who taught him her father's whistle. He answers with a name that is in the letter. The name has not been born yet. She sends him home.",
            "Mara", "Ysolde"),
        new("en",
            "Ilse pockets the key before the buyer can take it back. She tells him to wait and walks to the shed with her back to him. The padlock has been oiled. Inside, one thing is missing, and it is not the one that she feared for.",
            "Before the buyer can take the key back, Ilse slips it into her pocket. She asks him to wait and walks with her back turned to the shed. Somebody has oiled the padlock. One thing is missing inside, but not the one she had feared for.",
            "Ilse asks the buyer where he got the key. He tells her a story that could be true and has her brother in it, alive and ashamed. She finds one detail that is wrong and does not show it. She names a price for the boat.",
            "The ferryman's daughter calls from the dyke that there is a telephone call for Ilse. She has to leave the buyer alone with the boat. The voice on the line is one she knows. It tells her to do what he says.",
            "Ilse", "Greta"),
        new("en",
            "Commander Oduya orders the reactor shut down although the crew begs her not to. The ship goes dark and the cold creeps in. In the silence they hear knocking on the hull, slow and even, from outside.",
            "Against the pleas of her crew, Commander Oduya orders a shutdown of the reactor. Darkness and cold creep through the ship. Then, in the silence, a slow and even knocking comes from outside the hull.",
            "Commander Oduya reads the dead navigator's diary in her cabin and learns that he changed course on purpose. The last page names somebody in the crew. She burns it over the sink before anyone knocks.",
            "The crew votes to take the shuttle and leave. Oduya does not stop them, but she removes one fuse and hides it in her boot. Only young Petrov sees her, and he says nothing.",
            "Oduya", "Larsen"),
        new("en",
            "At breakfast Aunt Prudence announces that she has sold the house. Nobody speaks until Thomas laughs. Eleanor leaves the table and goes to the attic, where she begins to pack her mother's letters into a hatbox.",
            "Aunt Prudence announces over breakfast that the house is sold. There is no word from anybody until Thomas begins to laugh. Eleanor gets up from the table, climbs to the attic and packs the letters of her mother into a hatbox.",
            "Thomas takes Eleanor out on the lake to tell her that he is engaged. A storm comes up before he finds the words. She rows them back alone while he bails, and by the shore she has guessed it.",
            "A stranger brings the bill for three years of Aunt Prudence's medicine. Eleanor pays it with her mother's ring. Thomas finds out at the jeweller's window and buys the ring back without telling her.",
            "Eleanor", "Harriet"),
        new("en",
            "Inspector Vance goes back to the bakery after midnight. He lights the oven to see what the ashes hide. Among them lies a button with an anchor on it. Behind him the street door opens.",
            "After midnight Inspector Vance returns to the bakery and lights its oven, to learn what is hidden in the ashes. He finds a button there, with an anchor. Then the street door opens behind him.",
            "Inspector Vance invites the baker's widow to the station and pours her tea. She knows more about the docks than a widow should. When he mentions the oven she spills her cup. He lets her go and has her followed.",
            "The boy who delivers the bread tells Vance that he saw two men carry a sack to the river. Vance pays him a shilling and follows the wheel marks. They end at the house of his own superior.",
            "Vance", "Holloway"),
        new("en",
            "Kit dares the others to cross the railway bridge at night. Halfway over, the rails begin to sing. Joss freezes, and Kit goes back for him. They lie flat between the rails while the train passes over their heads.",
            "Kit challenges the others to walk across the railway bridge in the dark. When they are half over the rails start singing. Joss cannot move; Kit turns back for him, and as the train passes above their heads they lie flat between the rails.",
            "Joss tells his sister about the bridge, and she tells their father. Kit is forbidden the house. That evening a stone with a note around it comes through the window. The note asks Joss to choose.",
            "Kit and Joss find the signalman's hut empty and the kettle still warm. The logbook lists a train that does not exist. They wait for its hour, and the needle of the gauge moves.",
            "Kit", "Wren"),
        new("en",
            "Sheriff Cole rides out to the dry well to meet the man who wrote to him. Only a horse is there, with a child in the saddle. The child hands him a folded map and will not say a word. Dust rises on the north road.",
            "Sheriff Cole rides to the dry well, where the writer of the letter wanted to meet him. There is nobody but a horse and a child in its saddle, who says no word and gives him a folded map. On the north road dust is rising.",
            "Cole spends the night in his own jail to guard the prisoner. The bartender brings supper that smells wrong. Cole gives it to the dog first. At dawn the dog is fine, and the prisoner is gone.",
            "The widow Hale asks Sheriff Cole to read her husband's will aloud in the church. It leaves the spring to the Cole family. He stops reading, and every face in the pews turns to him.",
            "Cole", "Dawson"),
        new("zh",
            "林晚独自把绳子拉上来，发现绳头上打着她自己的结。她不让男孩看见。男孩问她在藏什么。她撒了一个拙劣的谎，男孩看出来了。",
            "绳子被林晚一个人拉了上来，绳头上竟是她自己打的结。她藏起来不让男孩看。男孩问她藏了什么，她的谎撒得拙劣，被男孩看穿了。",
            "邻居的灯从院子上方经过。林晚和男孩吹灭自己的灯，屏住呼吸等着。黑暗里那阵嗡鸣说出了一个词，两个人听见的是同一个。",
            "林晚直截了当地问男孩，父亲的口哨是谁教的。他说出信里写过的一个名字。可叫那个名字的人还没有出生。她叫他立刻回家去。",
            "林晚", "苏禾"),
        new("zh",
            "陆川深夜回到茶馆，点起炉火，看灰烬里藏着什么。灰里有一枚刻着锚的铜扣。他刚把铜扣收进袖中，身后的门就开了。",
            "深夜，陆川又回到茶馆。他点燃炉火想看看灰烬里有什么，找到一枚铜扣，上面刻着锚。铜扣才收进袖子，门就在他身后开了。",
            "陆川请掌柜的遗孀到衙门里喝茶。她对码头的事知道得太多。他一提到火盆，她的杯子就打翻了。他放她走，派人远远跟着。",
            "送货的少年告诉陆川，他看见两个人抬着麻袋往河边去。陆川赏了他几文钱，沿着车辙追过去。车辙停在自己上司的宅子门口。",
            "陆川", "顾平"),
        new("zh",
            "舰长不顾船员的恳求，下令关闭反应堆。飞船陷入黑暗，寒气慢慢渗进来。寂静之中，他们听见船壳外面传来缓慢而均匀的敲击声。",
            "尽管船员苦苦恳求，舰长还是下令把反应堆关闭。黑暗笼罩飞船，寒气一点点渗入。在一片寂静里，船壳外传来敲击声，缓慢而均匀。",
            "舰长在舱室里读死去的领航员的日记，得知航线是他故意改的。最后一页写着一个船员的名字。她在有人敲门之前把它烧了。",
            "船员投票决定乘穿梭机离开。舰长没有阻拦，却拆下一根保险丝藏进靴子。只有年轻的彼得看见了，他什么也没说。",
            "舰长", "队长"),
        new("zh",
            "早饭时姑母宣布房子已经卖了。没有人说话，直到明远笑出声来。若兰离开饭桌，上了阁楼，把母亲的信一封封装进帽盒。",
            "姑母在早饭桌上宣布她把房子卖了。谁也不说话，后来明远笑了出来。若兰起身离桌，到阁楼上去，将母亲的信装进一只帽盒里。",
            "明远带若兰到湖上划船，要告诉她自己订婚的事。他还没想好怎么开口，暴风雨就来了。她一个人把船划回岸边，靠岸时已经猜到。",
            "一个陌生人送来姑母三年的药费账单。若兰用母亲的戒指付了账。明远在首饰店的橱窗里看见戒指，悄悄买了回来。",
            "若兰", "婉清"),
        new("zh",
            "阿桐带着大家夜里走铁路桥。走到一半，铁轨开始嗡嗡作响。小满吓得动不了，阿桐回头去拉他。火车从头顶开过，他们趴在轨道中间。",
            "夜里阿桐领着大家过铁路桥。才走一半铁轨就嗡嗡响起来。小满吓得不敢动，阿桐转身回去拉住他，两个人趴在轨道中间，火车从他们头顶开了过去。",
            "小满把桥上的事告诉姐姐，姐姐又告诉了父亲。阿桐从此不许进门。当天晚上一块包着纸条的石头砸进窗户，纸条要小满自己选。",
            "阿桐和小满发现信号房空着，水壶还是热的。日志上记着一趟不存在的列车。他们等到那个钟点，仪表的指针动了一下。",
            "阿桐", "小河"),
    ];

    internal static IEnumerable<PlanPair> All => Scenes.SelectMany(scene => scene.Pairs);
}
