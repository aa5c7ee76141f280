namespace RecurrentGpt.Offline.Chinese;

/// <summary>Turns that a story can take. Each is a plan of five sentences; every sentence names something that changes from use to use.</summary>
internal static class ChineseBankBeats
{
    internal const string Text = """
        # beats
        {Q}带着{aobj}来到{spot}，什么也没有解释。|{P}让{Qhe}进门，看见{thing}裹在一页写着{motif}的纸里。|两个人谈的是{carry}，谁也不提{thing}，不提为什么要到{spot}来。|{Q}请求在{spot2}住一夜，把{thing}压在枕头底下。|{P}答应了，睡前先把{thing}锁了起来。
        {P}在{spot}松动的木板后面找到{aobj}。|{thing}旁边有一张纸片，上面写着{P}自己的名字。|{Q}说{thing}从来没有丢，只是收起来了。|{P}把{thing}和{carry}放在一起比，看出是同一双手碰过的。|{P}把{thing}藏进{spot2}，对{Q}说它已经不见了。
        {Q}求{P}在{thing}的事上帮忙，{P}拒绝了。|{Q}没有争辩，把{thing}留在{spot}的桌上。|{P}带着{thing}走到{spot2}，想把它扔掉。|在那里，{P}从一个陌生人口中得知{thing}和{motif}有什么关系。|{P}带着{thing}回去找{Q}，{spot}里已经没有人了。
        {R}的一封信送到{spot}，从里面掉出{aobj}。|{P}把信念给{Q}听，跳过了讲{thing}的那一段。|{R}在信里说，{motif}不是他们听说的那样，{thing}可以作证。|{Q}发觉少了一页，盯着{thing}看了很久。|{P}在{spot2}烧掉那一页，留下了{thing}。
        {P}在{spot}里跟{Q}谈{thing}的交换条件。|{Q}要拿{thing}换{carry}，还要一句关于{spot2}的真话。|{P}先给了真话，因为它比{thing}便宜。|{Q}收下{carry}，{thing}的价钱却比两个人说好的都高。|他们在{spot}里为{thing}握了手，谁也不高兴。
        {thing}从{spot}里不见了，知道它在那里的只有{P}和{Q}。|{P}搜遍{spot2}，发现原来放{thing}的地方灰被人动过。|{Q}说拿走{thing}的是{R}。|{P}记起最后打听{carry}的人是谁，那是在{spot2}，桌上就摆着{thing}。|到最后，{P}疑心是{Q}挪走了{thing}。
        有人从{spot}一路跟着{P}到{spot2}，手里的{thing}闪了一下光。|{P}拐到暗处等着，看清那人拿的正是{aobj}。|{thing}还没有易手，{Q}就插到了他们中间。|跟踪的人跑了，把{thing}掉在{spot}附近。|{P}捡起{thing}，认出上面的记号和{carry}上的一样。
        {Q}向{P}承认，自己曾经卖掉{R}的{aobj}。|{spot}里只有他们两个人，{thing}就放在桌子中间。|{P}问{carry}后来怎么了，{thing}又卖了多少钱，{Q}一一回答。|比起撒谎，{P}更气的是{thing}。|{Q}没有等人原谅{thing}的事，就去了{spot2}。
        一场暴风雨把{P}和{Q}关在{spot}里，身边只有{aobj}和一点吃的。|灯灭了，{P}把{thing}举在身前，摸黑找到了{spot2}。|{Q}在黑暗里讲了一个关于{motif}和{thing}的故事。|有什么东西撞上{spot2}的墙，{thing}裂开了。|暴风雨过去，{P}看见了{thing}里面的东西。
        {R}回到{place}，开口就要{thing}。|{P}起初没有认出{R}，后来看见大衣底下的{aobj}。|因为{thing}，{Q}不肯和{R}一起待在{spot}里。|{R}讲了{spot2}，讲了{carry}，也讲了{thing}的价钱，算是解释这些年的去向。|{P}愿意相信，却一样一样数着{thing}对不上的地方。
        {P}决定把{thing}拿给{place}的人看。|大家聚在{spot}里，围着{thing}，{Q}拿着{carry}站在最后面。|没有一个人承认从前见过{thing}。|一个老太太说{thing}和{motif}本是一回事，马上有人叫她别说了。|散了以后，{P}发现老太太等在{spot2}，手里也有{aobj}。
        {P}和{Q}闯进{spot}，要把{thing}放回去。|原来的地方已经摆着{aobj}。|{Q}听见{spot2}有脚步声，赶紧遮住了照着{thing}的灯。|走进{spot}的是{R}，{R}要找的是{carry}，还有{thing}。|{P}只能在{thing}和{spot}的出口之间选一样。
        {Q}在{spot}里病倒了，要{P}去取{aobj}。|{P}夜里穿过{spot2}去找{thing}。|路上{P}遇见{R}，{R}也要{thing}，还说了缘故。|{P}只对{R}讲了{carry}和{thing}的一半实情。|{P}把{thing}带回{spot}的时候，{Q}好得像是装过病。
        {P}在{spot2}的旧记录里读到，{aobj}从前就丢过一次。|丢{thing}的人和{Q}同名。|{P}把{thing}摆在{carry}旁边，问{Q}哪一样更旧。|{Q}看也没看就回答了，露出{Qhe}早在{spot2}就认得{thing}。|{P}把日子写在{spot}的墙上，旁边画了{thing}的样子。
        一个孩子给{P}送来{aobj}，说是从{spot2}拿来的。|有人吩咐孩子别提{spot2}，孩子还是把{thing}交了出来。|{Q}在{spot}里给孩子弄了晚饭，轻声问起{thing}。|孩子看见的是{R}，{R}还活着，正在{spot2}里找{thing}。|有人敲门打听{thing}，{P}把孩子藏进了{spot}。
        {P}在{spot}里醒来，发现手里握着{aobj}。|{Q}发誓说{P}没有离开过{spot}，{thing}先前也不在这里。|{thing}上和{P}的鞋上，都沾着{spot2}的泥。|{P}带着{thing}顺着自己的脚印走到{spot2}，{carry}就摆在明处。|{carry}旁边有人写了一句话，正是{P}想说的关于{thing}的那句。
        {Q}提议拿{carry}换{thing}，把事情了结。|{P}在{spot}里答应了，没等带着{thing}走到{spot2}就后悔了。|来买{thing}的人比他们想的年轻，听{R}说起过{spot2}。|买主数完钱，又添上没有人要的{aobj}。|{P}不肯再拿{thing}做交易，{Q}没有原谅这件事。
        {place}的人要{P}在{thing}的事上替{Q}说话。|他们在{spot}里见面，{aobj}摆出来给所有人看。|{P}讲了{spot2}里{thing}的事，略过了{carry}。|{R}站起来，讲了{carry}的那一段，讲它怎么和{thing}连在一起。|大家还没有商量出结果，{Q}拿着{thing}走了出去。
        {P}关上{spot}的门，教{Q}怎么用{thing}。|对一个从没有碰过{aobj}的人来说，{Q}学得太快了。|{P}看见一道旧伤疤，只有{thing}才会留下那样的疤。|{Q}说，从前在{spot2}有过另一个师父，为了学{thing}，付的学费是{carry}。|{thing}在{spot}里做出了{P}没有教过的事，课就上到这里。
        {P}正在{spot}里修{aobj}，{R}来说离开{place}的路断了。|{Q}已经收好{thing}和{carry}，照样要走。|{P}知道另一条路，要经过{spot2}，可自己对着{thing}发过誓不再走它。|为了誓言和{thing}，他们在{spot}里争到天黑。|{P}破了{thing}前的誓，朝{spot2}迈出第一步。
        {P}发现{Q}一个人在{spot}里拆{thing}。|{thing}里面塞着一张纸条，写的是{motif}的事。|{Q}说，很久以前有人在{spot2}里动过{thing}。|他们把{thing}装回去，{carry}上却多出一块零件。|{R}来问起{thing}，{P}把那块零件收好，什么也没有说。
        {P}在{spot2}遇见一个老朋友，身上带着{P}送给{Q}的{aobj}。|朋友说，{Q}在{spot}里把{thing}卖了，换了一趟路费。|{P}用{carry}把{thing}赎了回来。|{Q}在{spot}里看见{P}手上的{thing}，脸色白了。|{P}在{spot}里等着，等{Q}先开口说{thing}的事。
        {R}捎话到{spot}，天亮以前要交出{thing}。|{P}想照办，{Q}却想为{thing}争一争。|他们用{carry}和{spot2}里找得到的东西做了一件假的{thing}。|{R}来到{spot}，看了看那件假的{thing}，笑了。|{P}明白了，{R}要的从来不是{thing}，而是{motif}。
        {P}答应{Q}忘掉{thing}，真心实意，直到他们路过{spot2}。|{spot2}里亮着灯，窗口挂着{aobj}。|{Q}求{P}离开{spot2}，别再管{thing}。|{P}一个人走进去，绕过{thing}，看见{R}睡在{carry}旁边。|{P}从窗口取下{thing}，没有动{carry}。
        """;
}
