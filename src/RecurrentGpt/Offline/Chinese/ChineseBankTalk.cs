namespace RecurrentGpt.Offline.Chinese;

/// <summary>What people say, alone and to each other.</summary>
internal static class ChineseBankTalk
{
    internal const string Text = """
        # recallmine
        水管冻裂的那个冬天
        父亲卖掉钢琴的那一天
        以一把上锁的大门收场的那个夏天
        整条街披着被子站在外面的那一夜
        一场吵到一半的架
        在路口等了一个星期的一条狗
        楼梯上许下的一个诺言
        谁也没有来信的那一年
        一扇不许打开的门
        最后一次好收成
        替所有人付饭钱的一个陌生人
        被剪掉一张脸的一张照片
        # speech
        {P}{manner}说：“{thing}的事，我宁愿是听你亲口说的。”
        {P}{manner}说：“我们可以在{spot}里站到被人发现，也可以拿个主意。”
        “{thing}一了结，就没有我的事了，”{P}{manner}说。
        {P}{manner}说：“你看{thing}的样子，好像它会开口回答。”
        “从前，”{P}{manner}说，“{place}没有一个人敢碰{obj}。”
        {P}{manner}说：“我不要你喜欢这件事，我只要你跟我去{spot2}。”
        {P}{manner}说：“把{pocket}落在这里的人，比我们先到了{spot}。”
        “{kin}跟我说过，{saying}，”{P}{manner}说。
        {P}{manner}说：“再等{while}，看谁会来找{thing}。”
        “从{recallmine}起，就没有人向我问过{motif}了，”{P}{manner}说。
        “我老是想起{recallmine}，”{P}{manner}说。
        {P}{manner}说：“他们会先找{spot2}，换了我也会先找那里。”
        “要只是{thing}，”{P}{manner}说，“我早就睡着了。”
        {P}{manner}说：“说到底，{saying}。”
        {P}{manner}说：“{thing}值多少钱我说得出，要搭上什么，我说不出。”
        “你手里拿着{pocket}，”{P}{manner}说，“自己都没有发觉。”
        “这从来就不是{motif}的事，”{P}{manner}说，“是{recallmine}的事。”
        {P}{manner}说：“这话我只在{spot}里说一次。”
        “听，”{P}{manner}说，那是{sound}，底下还有别的什么。
        {P}{manner}说：“我们本来有{while}，都让我们说话说掉了。”
        “我们当中得有一个去{spot2}，”{P}{manner}说，“不该是你。”
        “我不信兆头，”{P}{manner}说，“不过从{recallmine}起，{motif}我信。”
        {P}{manner}说：“先别谢我，{spot2}的事你还没有听说。”
        # exchange
        {P}{manner}问：“{thing}的事，你知道多久了？”|{Q}想了{while}，{qmanner}说：“比你久，可惜还不够久。”
        “昨天夜里你在{spot2}，”{P}{manner}说。|“你也在，”{Q}{qmanner}说，“不然你不会知道窗台上有{pocket}。”
        {P}{manner}问：“换了你，会拿{thing}怎么办？”|“放回去，”{Q}{qmanner}说，手里捏着{pocket}，“然后重新学会睡觉。”
        “跟我说说{motif}和{thing}，”{P}{manner}说。|{Q}{qmanner}说：“没有你盼的那么多，要从{recallmine}说起。”
        “你怕{thing}，”{P}{manner}说。|“我怕的是，再过{while}，你会拿它做什么，”{Q}{qmanner}说。
        {P}{manner}问：“还有谁会到{spot}来？”|{Q}听了{while}{sound}，说：“没有一个是说出名字对你有好处的。”
        “我们今晚就可以从{spot2}离开{place}，”{P}{manner}说。|{Q}{qmanner}说：“带上{thing}走，跟留下来是一回事。”
        “从{recallmine}以后，我以为{motif}的事你早就不管了，”{P}{manner}说。|“我只是不再提它，”{Q}{qmanner}说，之后{while}里只有{sound}。
        “有人在{spot2}打听你，”{P}{manner}说。|{Q}看着{pocket}，{qmanner}说：“那他有得等了。”
        “不过是{spot}里的{aobj}，”{P}{manner}说。|{Q}{qmanner}说：“上一个出事的人，也不过是为了{pocket}。”
        {P}{manner}问：“{thing}的事，你跟别人说过吗？”|等{sound}过去，{Q}{qmanner}说：“说过一个人，我挑错了。”
        “{spot2}的事，我不用样样都知道，”{P}{manner}说。|{Q}{qmanner}说：“从{recallmine}起，你就样样都想知道。”
        {P}{manner}说：“{thing}的事，你本来可以写信告诉我。”|{Q}{qmanner}说：“我每个星期都在{spot2}写，每个星期都烧掉。”
        {P}{manner}问：“{thing}的事，我们要是什么都不做呢？”|“那它就自己走下去，”{Q}{qmanner}说，“把{motif}留给不在乎的人。”
        “这不是原来那件东西，”{P}看着{obj}，{manner}说。|“不是，”{Q}{qmanner}说，“是{recallmine}以来就该在这里的那一件。”
        “{thing}的事，你答应我一句，”{P}{manner}说。|{Q}{qmanner}说：“不能在{spot}里答应，更不能拿{pocket}作证。”
        {P}{manner}问：“{thing}上的字是谁写的？”|“我，”{Q}{qmanner}说，“是{recallmine}那时候写的。”
        “你从来不喜欢{spot2}，”{P}{manner}说。|“喜欢倒是喜欢，”{Q}{qmanner}说，“它叫我想起{recallmine}。”
        “他们会把{thing}和{motif}的事算在我头上，”{P}{manner}说。|{Q}{qmanner}说：“谁手里有{pocket}，他们就算在谁头上，你把手空出来吧。”
        {P}{manner}问：“{spot2}里有什么我该知道的吗？”|{Q}{qmanner}说：“窗台上有{pocket}，还有好些你不该知道的。”
        “我梦见{thing}了，”{P}{manner}说。|{Q}{qmanner}说：“从{recallmine}起，{place}人人都梦见过，只是客气，不提。”
        {P}{manner}问：“在{spot}里，我们还有多少时间？”|“到有人发现{thing}不见为止，”{Q}{qmanner}说，“再加{while}。”
        “{thing}的事，我本来有个打算，”{P}{manner}说。|{Q}{qmanner}说：“你有的是{aobj}和一个没睡好的夜晚，这不叫打算。”
        """;
}
