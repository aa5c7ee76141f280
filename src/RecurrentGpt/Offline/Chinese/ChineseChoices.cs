namespace RecurrentGpt.Offline.Chinese;

/// <summary>What the Chinese sample writer has for choosing a plan.</summary>
internal static class ChineseChoices
{
    internal static readonly ChoiceBank Bank = new()
    {
        Followed =
        [
            "作者在第[n]段走的就是这样的路，而这一回输得最多的是[who]。",
            "第[n]段里作者要的也是这种转折，如今它借着[thing]落到了[who]身上。",
            "作者在第[n]段是这样选的。[thing]又引到那里，这次[who]躲不开了。",
        ],
        Open =
        [
            "它接住了记忆里还没有着落的[thing]，要动手的正是[who]。",
            "上一段已经为它铺好了路，[who]和[thing]都在那里。",
            "它要[who]付出代价，记忆里关于[thing]的话也要受到考验。",
        ],
        Outline =
        [
            "[who]回到[thing]跟前，把它翻过来看。",
            "[thing]旁边有人向[who]问了一句实在的话。",
            "[who]只答了一半，另一半留在心里。",
            "[thing]已经不在刚才的地方了。",
            "[who]看见是谁动了[thing]，却没有作声。",
        ],
        Asides = ["之前", "以前", "之后", "以后", "的时候", "任何人", "有人", "直到", "一旦", "停止", "停下", "当", "时", "就"],
    };
}
