namespace RecurrentGpt.Offline.Chinese;

/// <summary>What openings and memory are made of, and how plans are told that have nothing to tell.</summary>
internal static class ChineseBankStory
{
    internal const string Text = """
        # title
        {motifbare}的下落
        {spot}里的灯
        {P}与{motifbare}
        {place}的门
        {P}留下的东西
        # outline
        {P}只想过安静日子，{motif}却不答应。|{Q}知道一部分真相，盼着永远没有人来问。|事情从{spot}开始，引到{spot2}，又引到一些等了很久的人那里。|不该存在的{aobj}出现了，每个人想要它的理由都不一样。|人人谈起、谁也没见着的{R}，一天比一天近了。|到最后，{P}要在{motif}和{place}的人之间选一边。
        起初，{motif}只像是{P}碰上的一件意外。|{Q}愿意帮忙，也要一样回报。|他们顺着{motif}从{spot}找到{spot2}，发现有人先来过。|{aobj}给了他们一个名字，就是{R}。|离{R}越近，{P}越认不出{place}。|故事在开始的地方结束，三个人里少了一个。
        # opening1
        {P}是{role}，{spot}里的每一种声音{he}都听得出来。|所以{he}在{spot}里一下子就留意到了{place}别的人都会放过的那一点。|那一天，{P}没有把{motif}的事告诉任何人。|{he}把{spot}前前后后找了两遍，要找出谁比自己先来过。
        {place}的人都说，{P}从不迟到，也从不早到，在{spot}里看见{he}，就可以对表。|那是在{motif}之前。|{P}关上{spot}的门，背靠着门站了很久。|不管那是什么，它来到{spot}都不是碰巧，也不是冲着别人来的。
        # opening2
        {P}还没有拿定主意，{Q}就来到了{spot}。|看得出来，{Q}从前见过{motif}，还为此付过代价。|这事要是传开，{P}在{place}的一切都保不住，{Q}扳着手指头一样一样数给{he}听。|{Q}要{he}等一等，等{R}从{spot2}回来再说。|{P}没有答应，{Q}只当没有看出来。
        {P}本想谁也不说，可{Q}看{he}，一向像看路牌一样清楚。|{Q}站在{spot}里，大衣也没有脱，就听完了{motif}的事。|在{place}，上一个说起这种事的人是{R}，从那以后再也没有人见过{R}。|{Q}说，现在把{spot}里的东西恢复原样，还来得及。|其实来不及了，这一点两个人都清楚。
        # opening3
        {P}在{spot2}里发现了{aobj}，它根本不该在那里。|有人把{thing}留在那里给{he}，而且知道{he}会一个人来。|{Q}说那不算什么，眼睛却不看{thing}。|{P}在心里把{thing}和{motif}放在一起，两样正好配得上。|{spot2}里有人叫了一声{he}的名字，那声音{he}本该认得。
        先在{spot2}里发现{aobj}的是{Q}，{Qhe}马上就盼着是别人发现的。|{thing}的底面写着{P}的名字，是{he}小时候学写字的那种笔迹。|{P}从来没有见过{thing}。|{Q}问这和{motif}有什么关系，{P}想不出一个自己满意的回答。|等他们从{thing}上抬起头来，{spot2}的门已经关上了，两个人谁也没有关门。
        # facts
        主要人物{P}是{role}，住在{place}。|{Q}认识{P}很多年，在{motif}的事上有所隐瞒。|{R}早就离开了{place}，一直没有音信。|{P}和{Q}在{spot2}里发现了{aobj}，是有人留给{P}的。
        # token
        事情是从{amotif}开始的，有人趁{P}睡着的时候，把它塞进了{spot}的门缝。
        说起来，都是因为{amotif}，它一声不响地放在{spot}的台阶上，让{P}捡到了。
        根子在{amotif}上，{P}想也没想，就在{spot}里把它捡了起来。
        # begin
        在{place}，讲这件事的人总是从这里讲起：[gist]，那时候{weather}。
        后来{spot}里的人都说，那不过是这么一回事：[gist]，那天{far}。
        # open
        还不清楚{thing}是做什么用的，也不知道{spot}里还有谁见过它。
        悬而未决的是，在{spot}里，{P}能不能把{thing}的事托付给谁。
        还没有人说过，是谁把{thing}留在{spot}里的。
        还没有答案的是，{thing}和{motif}到底有什么关系。
        悬而未决的是，离开{spot}以后，{P}要拿{thing}怎么办。
        还不清楚{thing}会让{P}在{place}付出什么代价。
        # about
        故事讲的是：[gist]。
        # enters
        {P}走进了故事，最初出现在{spot}里。
        {P}是新来的，{place}的人对{he}还不了解。
        # summary
        事情发生在{place}的{spot}里，{P}放不下的是{thing}。
        {spot}里，{P}要面对的是{thing}，{carry}的事也没有忘。
        # dropped
        删去这些，因为新的一段不再靠它们：“[what]”
        放下最旧的、已经了结的内容：“[what]”
        为了腾出地方，略去故事已经走过的部分：“[what]”
        # kept
        什么也没有删，因为都还可能用得上。
        还有余地，所以已知的全部保留。
        # added
        加上这些，因为下一段要从这里开始：“[what]”
        新写进来，接着写的人需要知道：“[what]”
        # moved
        时辰往前走了：“[what]”
        # weave
        {hour}，{spot}里的一切都归到了一件事上：[gist]，{weather}。
        绕不过去的是这个：[gist]，{sound}也没有停。
        {P}一心只想着这个：[gist]，{he}{gesture}。
        酝酿了{while}，到底还是来了：[gist]，{far}。
        # again
        这一次也没有两样：[told]
        事情又照原来的样子来了一遍：[told]
        """;
}
