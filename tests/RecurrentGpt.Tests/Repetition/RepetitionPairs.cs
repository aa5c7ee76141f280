namespace RecurrentGpt.Tests.Repetition;

/// <summary>A paragraph with its summary.</summary>
internal sealed record Told(string Text, string Summary);

/// <summary>
/// Paragraphs that were written for measuring: one, one that says half of it again, one that is the first with a word changed here and there, and one that only goes on with
/// the same people in the same place.
/// </summary>
internal sealed record RepetitionPairs(string Language, Told First, Told Repeats, Told Reworded, Told GoesOn)
{
    internal static IReadOnlyList<RepetitionPairs> All { get; } =
    [
        new("en",
            new(
                "The cellar steps had been swept that morning, and nobody in the house had done it. Mara stood on the third one and counted what she could see by the lamp: a table, a chair pushed in, a coil of rope that was not hers. The hum was louder here, and lower, as if the orchard had put down roots into the rooms. She said the boy's name and waited for an answer that did not come.",
                "Mara goes down the swept cellar steps, finds a rope that is not hers, hears the hum louder, and calls the boy in vain."),
            new(
                "By evening the wind had turned and the shutters would not hold. Mara stood on the third one and counted what she could see by the lamp: a table, a chair pushed in, a coil of rope that was not hers. The hum was louder here, and lower, as if the orchard had put down roots into the rooms. She thought of the letter behind the stove and of the hand that had written it.",
                "Mara stands in the cellar again, sees the rope that is not hers, hears the hum, and thinks of the letter."),
            new(
                "The cellar stairs had been swept that day, and no one in the house had done it. Mara stood on the third stair and counted all she could make out by the lamp: a table, one chair pushed in, a coil of rope she did not own. The hum was stronger here, and deeper, as though the orchard had sent roots into the rooms. She called the boy's name and waited for a reply that never came.",
                "Mara goes down the swept cellar stairs, sees a rope she does not own, hears the hum stronger, and calls the boy in vain."),
            new(
                "The boy came out from behind the shelves with flour on his sleeves. Mara asked him how long he had been down there, and he looked at the rope before he looked at her. He had meant to climb into the hole himself, he said, before she could. She took the lamp from its hook, set it on the table between them, and told him to sit.",
                "The boy comes out with flour on his sleeves and owns that he meant to climb into the hole; Mara makes him sit.")),
        new("en",
            new(
                "Inspector Hale had the library door taken off its hinges, because he wanted to see how it had been locked from within. The bolt was old and the wood around it was new. He ran his thumb along the seam and it came away with a little dust of saw-cut oak. Lady Ferrow watched him from the landing and asked whether he was quite finished with her house.",
                "Hale has the library door taken off, finds new wood around an old bolt, and is asked by Lady Ferrow whether he has finished."),
            new(
                "Hale had the library door taken off its hinges, because he wanted to see how it had been locked from within. The bolt was old and the wood around it was new. Outside, the gardener had begun to burn the leaves, and the smoke came in under the sash. Lady Ferrow watched him from the landing and asked whether he was quite finished with her house. He told her that he had only begun.",
                "Hale has the library door taken off, finds new wood around the bolt, and tells Lady Ferrow that he has only begun."),
            new(
                "Inspector Hale ordered the library door off its hinges, since he wished to see how it was locked from inside. The bolt was ancient and the wood about it new. He drew his thumb down the seam and it came off with a faint dust of sawn oak. Lady Ferrow looked on from the landing and asked if he was finished at last with her house.",
                "Hale orders the library door off, finds new wood about an ancient bolt, and is asked by Lady Ferrow if he is finished."),
            new(
                "In the gun room Hale found the maid sitting on an ammunition box with her cap in her lap. She had heard Lady Ferrow on the stairs at two, she said, and Lady Ferrow never woke before nine. He wrote it down and asked what shoes her mistress had worn. The maid had to think about that, and when she had thought she began to cry.",
                "The maid tells Hale that she heard Lady Ferrow on the stairs at two, and cries when he asks about the shoes.")),
        new("en",
            new(
                "The oven at Saint-Aure took four hours to come to heat, and Odile had always lit it alone. This morning Bastien was there before her with the kindling laid in a lattice, which was wrong, and a pot of coffee, which was not. She moved two sticks without a word. He moved one of them back, and they stood there with the match burning down between them.",
                "Odile finds Bastien at the oven before her, moves his kindling, and he moves a stick back while the match burns down."),
            new(
                "Snow had come in the night and closed the upper road. The oven at Saint-Aure took four hours to come to heat, and Odile had always lit it alone. This morning Bastien was there before her with the kindling laid in a lattice, which was wrong, and a pot of coffee, which was not. By eight there was a queue to the fountain, and nobody in it could say whose bread they wanted.",
                "Odile finds Bastien at the oven before her on a morning of snow, and a queue comes that cannot say whose bread it wants."),
            new(
                "The oven of Saint-Aure took four hours to heat, and Odile had always lit it by herself. That morning Bastien was there first, the kindling laid in a lattice, which was wrong, and with a pot of coffee, which was right. She shifted two sticks silently. He shifted one of them back, and there they stood while the match burned down between them.",
                "Odile finds Bastien first at the oven, shifts his kindling, and he shifts a stick back while the match burns down."),
            new(
                "Bastien sold his last loaf to the priest and would not take the money. Odile saw it through the door and counted her own coins twice, loudly. When the shop was empty he came over with flour to the elbows and asked what she put in the rye. She told him that it was caraway, which was true, and that it was all, which was not.",
                "Bastien gives his last loaf away; he asks Odile what she puts in the rye, and she tells him half.")),
        new("en",
            new(
                "Will Carter let the horse drink and did not dismount. Dry Fork had one street, one bank and one man who knew his face, and that man was his brother. The warrant was folded in his hat, where the sweat had begun to take the ink. He read the sign over the livery twice, because the name on it was his own.",
                "Will Carter rides into Dry Fork with the warrant for his brother in his hat and finds his own name over the livery."),
            new(
                "A woman on the boardwalk lifted her hand against the sun and let it fall. Dry Fork had one street, one bank and one man who knew his face, and that man was his brother. The warrant was folded in his hat, where the sweat had begun to take the ink. Somewhere behind the church a dog had found something and would not leave it be.",
                "A woman sees Will Carter come into Dry Fork with the warrant for his brother in his hat; a dog barks behind the church."),
            new(
                "Will Carter watered the horse without dismounting. Dry Fork had one street, a bank and a single man who knew his face, and the man was his brother. The warrant lay folded in his hat, and the sweat had started to take its ink. He read the livery's sign two times, for the name up there was his own.",
                "Will Carter comes to Dry Fork with the warrant for his brother in his hat and sees his own name over the livery."),
            new(
                "His brother came out of the livery wiping his hands and stopped when he saw the hat. Neither of them said the word. Will asked whether the roan was for sale, and Tom said that everything in Dry Fork was, to somebody who meant to stay. A boy ran past them with a bucket, and the water he spilled was gone before it had darkened the dust.",
                "Tom Carter comes out of the livery and knows why Will has come; they talk about a horse instead.")),
        new("zh",
            new(
                "地窖的台阶今天早晨有人扫过，可屋里没有一个人承认。林梅站在第三级上，借着灯光数她能看见的东西：一张桌子，一把推进去的椅子，一卷不属于她的绳子。嗡嗡声在这里更响也更低，好像果园把根扎进了屋里。她喊那个男孩的名字，等了很久也没有人回答。",
                "林梅走下扫过的地窖台阶，看见一卷不属于她的绳子，听见嗡嗡声更响，喊男孩却没有人回答。"),
            new(
                "傍晚风向变了，百叶窗怎么也关不牢。林梅站在第三级上，借着灯光数她能看见的东西：一张桌子，一把推进去的椅子，一卷不属于她的绳子。嗡嗡声在这里更响也更低，好像果园把根扎进了屋里。她想起炉子后面的那封信，想起写信的那只手。",
                "林梅又站在地窖里，看见那卷绳子，听见嗡嗡声，想起那封信。"),
            new(
                "地窖的石阶今早被人扫过，可家里谁也不承认。林梅停在第三级，就着灯数看得见的东西：一张桌，一把推好的椅子，一卷不是她的绳。嗡嗡声在此处更响更沉，仿佛果园把根伸进了房间。她叫那男孩的名字，等了许久，没人应声。",
                "林梅走下扫过的地窖石阶，看见一卷不是她的绳，听见嗡嗡声更沉，叫男孩却没人应声。"),
            new(
                "男孩从架子后面走出来，袖子上全是面粉。林梅问他在下面待了多久，他先看了看绳子，才看她。他说他本想抢在她前头自己爬进那个洞。她从钩子上取下灯，放在两人之间的桌上，叫他坐下。",
                "男孩带着一袖面粉走出来，承认他想自己爬进洞里；林梅叫他坐下。")),
        new("zh",
            new(
                "船在雾里停了一夜，老周说这条江从来没有这样安静过。天亮的时候，对岸的灯还亮着，可那里三年前就没有人住了。他把缆绳又绕了两圈，往水里吐了一口痰，说今天不走。阿青不听，她已经把行李搬到了船头，脚边放着母亲的铁盒。",
                "船在雾里停了一夜，对岸没有人住的地方亮着灯；老周不肯走，阿青已把行李和铁盒搬到船头。"),
            new(
                "船在雾里停了一夜，老周说这条江从来没有这样安静过。天亮的时候，对岸的灯还亮着，可那里三年前就没有人住了。阿青数了数剩下的米，够两个人吃四天。她没有把这件事告诉老周，只是把锅盖盖得更紧。",
                "船在雾里停了一夜，对岸没有人住的地方亮着灯；阿青数了剩下的米，没有告诉老周。"),
            new(
                "小船在雾中停了一整夜，老周说这江从没这么静过。天亮时，对岸的灯仍亮着，可那边三年前就没人住了。他把缆绳再绕两圈，朝水里吐口痰，说今日不走。阿青不听，行李已搬上船头，脚边搁着母亲的铁盒。",
                "小船在雾中停了一整夜，对岸没人住的地方亮着灯；老周说不走，阿青已把行李和铁盒搬上船头。"),
            new(
                "雾散了一半，江面上漂下来一只空木盆。阿青用竹竿把它勾过来，盆底刻着她母亲的姓。老周看了一眼就转过头去，开始解那根他刚刚系紧的绳。她问他认不认得这只盆，他说江上的盆都一个样。",
                "江上漂来一只刻着阿青母亲姓氏的木盆；老周装作不认得，开始解绳。")),
        new("zh",
            new(
                "当铺的伙计把那块怀表翻过来看了三遍，才说一个价钱。沈先生没有还价，只问柜台后面那幅画是谁送来的。画上是一座没有门的院子，院子里晾着一件小孩的红棉袄。伙计说是个女人送来的，脸上有一颗痣，说好了月底来赎。",
                "沈先生当怀表时看见一幅画，画里没有门的院子晾着红棉袄；伙计说是个有痣的女人送来的。"),
            new(
                "街上的雪化成了泥，沈先生的鞋湿透了。当铺的伙计把那块怀表翻过来看了三遍，才说一个价钱。画上是一座没有门的院子，院子里晾着一件小孩的红棉袄。他付了钱，却没有把画带走，只在账本上留下一个假的名字。",
                "沈先生冒着雪泥又到当铺，看那幅红棉袄的画，付了钱却只留下假名。"),
            new(
                "当铺伙计把怀表翻来覆去看了三遍，才开出价来。沈先生并不还价，只问柜台后的那幅画是谁拿来的。画里是座没有门的小院，院中晾着一件孩子的红袄。伙计说是一个女人拿来的，脸上有颗痣，讲好月底来赎。",
                "沈先生当怀表时看见一幅画，画里没有门的小院晾着红袄；伙计说是个有痣的女人拿来的。"),
            new(
                "月底那天，沈先生在当铺对面的茶馆坐了一整个下午。来赎画的不是女人，是个穿制服的邮差，手里拿着一张盖了章的条子。伙计朝茶馆这边看了一眼，然后摇了摇头。沈先生把茶钱压在碗底，跟着邮差上了电车。",
                "月底来赎画的是个邮差；沈先生从茶馆跟着他上了电车。")),
    ];
}
