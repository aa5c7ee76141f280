namespace RecurrentGpt.Tests.Memory.ShortTerm;

/// <summary>Sentences that left a memory, and entries of the same story: one that says it, and the one that comes nearest to it without saying it.</summary>
internal static class ForgettingPairs
{
    public static IReadOnlyList<(string Sentence, string Says, string SaysNot)> All { get; } =
    [
        ("The gate closed by itself at dawn.", "At dawn Mara watches the orchard gate close by itself, though there is no wind.", "Mara and the boy walk through the orchard at dusk and count the trees that still hum."),
        ("The boy knows her father's whistle.", "The boy whistles the tune of Mara's father and will not say who taught him the whistle.", "The boy comes up from the cellar with flour on his sleeves and asks Mara for bread."),
        ("Ilse has painted over the boat's old name.", "On the slip Ilse paints over the old name of the boat, Margit, and tells nobody.", "Ilse coils the line on the slip while the tide lifts the smaller boats off the mud."),
        ("The buyer holds the key to the shed.", "The buyer lays the key to the shed on the gunwale; its tag is in the brother's writing.", "The buyer walks along the hull and says that Ilse has used the wrong white."),
        ("A letter in her own hand is hidden behind the stove.", "Mara hides the letter, which is in her own hand and dated to come, behind the stove.", "Mara lights the stove and writes down in her notebook how deep the hole is."),
        ("The rope was cut, not torn.", "Pulling up the rope, they see that its end was cut clean and not torn.", "They tie two ropes together and let the lamp down into the hole."),
        ("Tobin died at the signal tower.", "Tobin falls from the signal tower in the storm and dies before the ferry comes.", "Ruth climbs the signal tower and finds the lamps unlit; the ferry is late."),
        ("Anselm owes the ferryman forty crowns.", "Anselm admits that he owes forty crowns to the ferryman and cannot pay.", "Anselm takes the last ferry and keeps his hat over his eyes until the far quay."),
        ("Nobody may speak at the long table.", "The house has one rule: at the long table nobody may speak until the bell.", "The guests find the table laid for nine, although there are eight of them."),
        ("Hedda heard the bell strike thirteen.", "In the night Hedda counts the bell: it strikes thirteen, and she tells nobody what she heard.", "Hedda polishes the bell rope's brass in the morning, as she does on Fridays."),
        ("The map shows a street that is not there.", "Ivo holds the map to the light: it shows a street between the bakery and the wall that is not there.", "Ivo buys bread at the bakery and follows the wall down to the harbour."),
        ("Ysolde promised to come back before the snow.", "At the pass Ysolde promises her sister that she will come back before the snow.", "Snow closes the pass; the sister waits at the window and counts the carts."),
        ("门在黎明时自己关上了。", "黎明时，玛拉看见果园的门自己关上了，并没有风。", "傍晚，玛拉和男孩在果园里数还在响的树。"),
        ("男孩会吹她父亲的口哨。", "男孩吹起了玛拉父亲的口哨，却不肯说是谁教他的。", "男孩从地窖上来，袖子上有面粉，向玛拉要面包。"),
        ("信藏在炉子后面。", "玛拉把那封写着将来日期的信藏在炉子后面，谁也没有告诉。", "玛拉生起炉子，在本子上写下洞有多深。"),
        ("绳子是被割断的。", "他们拉上绳子，看见绳子的一头是被割断的，切口很齐。", "他们把两根绳子接在一起，把灯放进洞里。"),
        ("托宾死在信号塔。", "暴风雨里托宾从信号塔上摔下来，没等渡船来就死了。", "露丝登上信号塔，发现灯没有点，渡船也晚了。"),
        ("安塞尔欠船夫四十克朗。", "安塞尔承认自己欠船夫四十克朗，还不起。", "安塞尔坐上最后一班渡船，一路用帽子遮着眼睛。"),
        ("钟敲了十三下。", "夜里海达数着钟声，钟敲了十三下，她没有说出去。", "早上海达擦亮铜件，每到星期五她都这样。"),
        ("地图上有一条不存在的街。", "伊沃把地图对着光，地图上面包店和城墙之间有一条不存在的街。", "伊沃在面包店买了面包，沿着城墙走到港口。"),
    ];
}
