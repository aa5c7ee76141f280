using RecurrentGpt.FakeModel;

namespace RecurrentGpt.EndToEnd;

/// <summary>What a model writes for a story in Chinese: an opening, and for each step after it the same words again.</summary>
internal static class ChineseReply
{
    private const string Plans =
        """
        Instruction 1:
        林岚顺着石阶下到码头，发现缆绳是新割断的。她想起父亲说过的那条船。她决定先不告诉任何人。

        Instruction 2:
        天亮以后，镇上的邮差送来一封没有署名的信。信里只有一张潮汐表，其中一个日子被圈了起来。

        Instruction 3:
        守塔的老人忽然醒来，说灯是他点的。可是林岚分明看见，他的手上没有一点煤油的痕迹。
        """;

    private const string Opening =
        $"""
        Name:
        灯塔守夜人

        Outline:
        林岚守着旧灯塔，灯自己亮起，一条不该来的船靠了岸。

        Paragraph 1:
        灯塔已经二十年没有亮过。林岚每天傍晚照样爬上一百零八级台阶，擦一遍玻璃，再一级一级走下来。镇上的人都说，她是在替父亲守着一个诺言。

        Paragraph 2:
        那天夜里起了雾。雾从海面一直漫到窗台，把桌上的纸都打湿了。林岚正要关窗，忽然听见头顶传来齿轮转动的声音。

        Paragraph 3:
        她抬起头，一道白光从塔顶扫过，落在远处的海上。光里有一条船，没有帆，也没有灯，正慢慢地朝码头漂来。

        Summary:
        林岚独自守着停用二十年的灯塔。雾夜里，灯自己亮了。一条没有帆也没有灯的船正漂向码头。她还没有告诉任何人。

        {Plans}
        """;

    private const string Step =
        $"""
        Output Paragraph:
        林岚提着马灯下到码头，雾在她脚边散开又合上。船已经靠在桩上，缆绳却只剩半截，断口还是白的。她蹲下来摸了摸，想起父亲最后一次出海前，也是这样系的结。船舱里没有人，只有一把椅子，椅背上搭着一件干的外套。

        Paragraph Summary:
        林岚在码头发现漂来的船：缆绳刚被割断，舱里没有人，只有一件干的外套。

        Rationale:
        删去了擦玻璃的日常，因为它不再重要；加上了断缆和外套，因为下文会用到。

        Updated Memory:
        林岚独自守着停用二十年的灯塔。雾夜里，灯自己亮了。漂来的船上没有人，缆绳刚被割断。舱里有一件干的外套。她还没有告诉任何人。

        {Plans}
        """;

    public static string Write(RecordedChatRequest request) => request.User.Contains("order: Name", StringComparison.Ordinal) ? Opening : Step;
}
