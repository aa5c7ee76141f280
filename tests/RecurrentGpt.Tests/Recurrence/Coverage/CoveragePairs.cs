using RecurrentGpt.Stories;
using static RecurrentGpt.Stories.CoverageMark;

namespace RecurrentGpt.Tests.Recurrence.Coverage;

/// <summary>Sentences of plans and the paragraphs that were written by them, and what a careful reader would say of each.</summary>
internal static class CoveragePairs
{
    private const string Well = "Mara let the rope down hand under hand until it went slack. The lantern swung below her and showed wet brick, then nothing. She called the boy's name, and the well gave it back twice. "
        + "When she pulled, the rope came up light. At its end was a knot, and it was her own.";

    private const string Ferry = "Tobin stood at the winch and would not look at Anselm. The chain was cold, and the river pulled at it like a dog. Halfway across, the ferry stopped. “You told them,” Anselm said. "
        + "Tobin laid the letter on the rail between them and put the brass weight on it, so that the wind could not have it.";

    private const string Supper = "Hedda set nine places, as her mother had always done, and lit the two candles that were left. Nobody came at seven. At half past eight the dog got up, went to the door and lay down again. "
        + "She ate standing, with her coat on, and afterwards she washed all nine plates.";

    private const string Clock = "The clockmaker opened the case with a thumbnail. Inside, where the spring should have been, somebody had wound a strip of paper, and on the paper, in Ivo's hand, stood a street and a number. "
        + "Ruth read it over his shoulder. “That street burned down,” she said, “before I was born.” The clockmaker closed the case, and it began to tick.";

    private const string Ship = "By noon the barometer had fallen so far that Captain Reyes tapped the glass to see whether it was stuck. He ordered the topsails in. Two of the new hands refused to climb, and he went up himself, "
        + "without a word, and did it badly. When he came down again his palms were open to the bone. The men looked at the deck. Then one of the two took off his cap and went aloft.";

    private const string Hens = "Ysolde did not open the letter. She put it behind the clock, where the other two were, and went out to feed the hens. All morning she thought of nothing else. "
        + "In the evening, when Anselm asked whether anything had come, she said no.";

    private const string Shrine = "Kael knelt at the shrine and pressed the amulet into the hollow of the stone. Nothing happened. Then the torches along the wall went out one by one, and in the dark a voice that he had last heard "
        + "as a child spoke his name. He did not turn round. “You are late,” the voice said. Behind him Lyra drew her sword.";

    private const string ChineseWell = "玛拉把绳子一点一点放下去，直到它松了。灯在下面晃着，照出潮湿的砖，然后什么也照不见了。她喊男孩的名字，井里传来两声回音。她往上拉，绳子很轻。绳头上有一个结，是她自己打的。";

    private const string ChineseFerry = "渡船在河心停住了。安瑟姆盯着托宾，说：“是你告诉他们的。”托宾没有回答，把那封信放在船舷上，用铜秤砣压住，免得被风吹走。对岸的灯一盏一盏亮起来。";

    private const string ChineseSupper = "海达摆了九副碗筷，点上剩下的两支蜡烛。七点钟没有人来。八点半，狗站起来，走到门口，又躺下了。她穿着大衣站着吃完饭，然后把九只碗全洗了。";

    public static IReadOnlyList<(string Plan, string Paragraph, CoverageMark Mark)> All { get; } =
    [
        ("Mara lowers the rope into the well.", Well, Done),
        ("She calls the boy's name and hears only the echo.", Well, Done),
        ("The rope comes up light.", Well, Done),
        ("She finds a knot that she tied herself.", Well, Done),
        ("The boy answers from below.", Well, Missing),
        ("Tobin cuts the rope with his knife.", Well, Missing),
        ("The ferry stops halfway across the river.", Ferry, Done),
        ("Anselm accuses Tobin of having told them.", Ferry, Done),
        ("Tobin gives Anselm the letter.", Ferry, Partly),
        ("Anselm reads it aloud and weeps.", Ferry, Missing),
        ("They turn back to the quay.", Ferry, Missing),
        ("The winch chain breaks.", Ferry, Missing),
        ("Hedda lays the table for nine guests.", Supper, Done),
        ("Nobody comes.", Supper, Done),
        ("She eats alone, standing in her coat.", Supper, Done),
        ("She washes the plates and puts out the candles.", Supper, Partly),
        ("Her brother arrives late and drunk.", Supper, Missing),
        ("She burns the letter in the stove.", Supper, Missing),
        ("The clockmaker opens the watch.", Clock, Done),
        ("He finds a note from Ivo hidden inside.", Clock, Done),
        ("Ruth reads the address over his shoulder.", Clock, Done),
        ("It is a house that burned down long ago.", Clock, Done),
        ("The watch begins to tick again.", Clock, Done),
        ("Ruth steals the paper while he looks away.", Clock, Missing),
        ("Ivo enters the shop.", Clock, Missing),
        ("The barometer falls.", Ship, Done),
        ("Captain Reyes orders the sails taken in.", Ship, Done),
        ("Two sailors refuse to climb the rigging.", Ship, Done),
        ("He climbs up himself and hurts his hands.", Ship, Done),
        ("The storm breaks and takes the mast.", Ship, Missing),
        ("The ashamed sailors follow him aloft.", Ship, Partly),
        ("Ysolde opens the letter.", Hens, Missing),
        ("She hides it behind the clock.", Hens, Done),
        ("Anselm asks whether anything has come.", Hens, Done),
        ("She lies to him.", Hens, Done),
        ("Anselm finds the letters.", Hens, Missing),
        ("Kael places the amulet in the stone shrine.", Shrine, Done),
        ("The torches go out one after another.", Shrine, Done),
        ("A voice from his childhood speaks his name.", Shrine, Done),
        ("Lyra draws her sword, strikes at the dark and hits the wall.", Shrine, Partly),
        ("Kael runs away.", Shrine, Missing),
        ("The ground opens and swallows the shrine.", Shrine, Missing),
        ("玛拉把绳子放下井去。", ChineseWell, Done),
        ("她喊男孩的名字，只听见回音。", ChineseWell, Done),
        ("绳子很轻，她发现绳头上有一个结。", ChineseWell, Done),
        ("玛拉认出那个结是她自己打的。", ChineseWell, Done),
        ("男孩从井底爬上来。", ChineseWell, Missing),
        ("托宾割断了绳子。", ChineseWell, Missing),
        ("渡船在河中央停下。", ChineseFerry, Done),
        ("安瑟姆质问托宾是不是告诉了他们。", ChineseFerry, Done),
        ("托宾把信交给安瑟姆。", ChineseFerry, Partly),
        ("对岸的灯亮了。", ChineseFerry, Done),
        ("安瑟姆跳进河里。", ChineseFerry, Missing),
        ("绞盘的链子断了。", ChineseFerry, Missing),
        ("海达摆好九个人的碗筷。", ChineseSupper, Done),
        ("没有人来。", ChineseSupper, Done),
        ("她一个人站着吃饭。", ChineseSupper, Done),
        ("她洗了碗，吹灭了两支蜡烛。", ChineseSupper, Partly),
        ("她的哥哥喝醉了回来。", ChineseSupper, Missing),
        ("她烧掉了那封信。", ChineseSupper, Missing),
    ];
}
