namespace RecurrentGpt.Offline.Chinese;

/// <summary>Where a paragraph begins and ends, what is seen and heard on the way, and what people do and think.</summary>
internal static class ChineseBankScene
{
    internal const string Text = """
        # setting
        {hour}，{weather}，{spot}里有一股{smell}的气味。
        {hour}，{spot}里浮着一点{smell}的味道，再远一些，是{sound}。
        {hour}，{spot}里很静，只有{sound}，停了{while}又响起来。
        {hour}，{weather}，{place}的人有{while}谁也没有多说什么。
        {P}在{spot}里待了{while}，{far}。
        {hour}，{light}，{P}闻着{smell}的气味，把这当作一种准许。
        起初还有{sound}，到了{hour}，就只剩下{smell}的气味了。
        {hour}，{far}，{P}听了{while}，像在听别人家的新闻。
        {weather}，这样过了{while}，{place}上空才静下来。
        {hour}，{P}站在{spot}里，手里拿着{pocket}，想不起是什么时候拿起来的。
        {hour}，{spot}里，{light}，{far}。
        {far}，和平常没有两样，只有{P}留意到{sound}。
        {hour}，{spot}像是空了{while}，地上落着{pocket}。
        {sound}响了{while}，{P}才留意到。
        {place}照旧过它的日子，{hour}，{far}，{weather}。
        {hour}，{weather}，{P}还在{spot}里，陪着{he}的只有{pocket}。
        # sense
        不知从哪里传来{sound}，随后是一股{smell}的气味。
        空气里有{smell}的味道，起初很淡，过了{while}就不淡了。
        {light}，{sound}近了一阵，又远了。
        外面，{far}，{weather}。
        {spot}好像比刚才小了，{smell}的气味也更重，{light}。
        {sound}停了，有{while}，什么也没有来填补，只有{smell}的气味。
        {weather}，在{spot}里也觉得出来，盖不住的是{sound}。
        墙那边，{far}，墙这边，{light}。
        {spot}的地面很凉，{smell}的气味从砖缝里上来，{far}。
        {light}，有{while}，除此之外什么也没有发生。
        有什么东西在不远处倒了，之后{while}里都是{sound}。
        一阵穿堂风带来了{smell}的气味，还有{sound}，像是从{spot2}来的。
        {far}，离得太远，碍不着谁，{sound}倒是没有断。
        {weather}，{smell}的气味从门底下钻进来。
        {spot2}里有人笑了一声，之后{while}里只剩下{sound}。
        从{spot2}传来{sound}，或者是什么想冒充它的东西，响了{while}。
        # object
        {obj}{texture}，{P}{gesture}，才又去看它。
        凑近了看，{obj}{texture}，{simile}。
        有人爱惜过{obj}，虽然它{texture}，旁边还放着{pocket}。
        一看见{obj}，{P}就想起{recall}，还有{pocket}。
        {obj}如果有什么意思，它也没有说出来，只是等着，{simile}，{weather}。
        {obj}旁边多了{pocket}，刚才那里什么也没有，{sound}也没有停过。
        {P}碰了碰{obj}，它{texture}，{he}心里涌上{feel}。
        谁也没有提过{obj}会{texture}，更没有提过它会有{smell}的气味。
        {P}越看{obj}，越想起{recall}，心里就越多出{feel}。
        {obj}附近有一点{smell}的气味，让{P}想起{recall}。
        让{P}放不下的是，{obj}{texture}，而且{while}没有人看它一眼。
        {obj}隔在他们中间，{simile}，{P}{gesture}。
        说来奇怪，{obj}在人心里占那么大的地方，{simile}，而它{texture}。
        {spot}里的东西，只有{obj}像是原本就在这里，它{texture}，旁边是{pocket}。
        {P}盯着{obj}看了{while}，只觉得{feel}。
        # closing
        {P}{gesture}，{spot}里，{light}。
        {obj}还在原来的地方，四周的安静{simile}，直到传来{sound}。
        {far}，接着是{sound}。
        {light}，有{while}，{P}和{Q}谁也没有动。
        {P}把{pocket}放回原处，继续听着{sound}。
        {P}再抬头的时候，{weather}，{spot}里空了，只剩下{pocket}。
        {spot}的门开着，{sound}和{smell}的气味一起进来了。
        {place}的什么地方，{far}，回答它的是{sound}。
        {P}想着{thing}，想了{while}，直到{sound}停下来。
        这以后就只有{smell}的气味，{sound}，还有{P}，{he}{gesture}。
        {P}把{pocket}留在{spot}的地上，{gesture}。
        {weather}，回{spot2}的路好像要走{while}。
        {sound}又响起来，这一次，{P}{gesture}。
        最后静下来的是{sound}，在那之前是{P}，{he}{gesture}。
        {P}在{spot}里又待了{while}，{light}。
        # moves
        {P}{gesture}，心里是{feel}。
        {P}{gesture}，{light}。
        有{while}，{P}没有动，然后{gesture}。
        {Q}看着，看了{while}，{P}{gesture}。
        谁也没来得及再说话，{P}{gesture}，{far}。
        {P}从口袋里摸出{pocket}，自己也觉得意外，{gesture}。
        过了{while}，{P}才{gesture}，{weather}。
        眼下除了听{sound}，也没有别的事可做，{P}就{gesture}。
        {P}{gesture}，{Q}等了{while}，没有帮忙。
        {P}绕着{spot}走了一圈，带回来{pocket}，{gesture}。
        {P}一手拿着{pocket}，{gesture}。
        {P}往{spot2}的方向走了几步，听见{sound}，停下来，{gesture}。
        {Q}找不出更好的东西，递过来{pocket}，{P}{gesture}。
        两个人都没有吃饭，{P}有{while}只想着这一件事，{gesture}。
        因为手总得做点什么，{P}{gesture}，{sound}一直没有停。
        {Q}转过身去的时候，{P}{gesture}，看见的只有{pocket}。
        # thought
        {P}想起了{recall}，还有当时的{feel}。
        {kin}从前常说，{saying}，{P}现在才觉得有几分道理。
        {P}觉出{feel}，想到了{recall}。
        有那么一刻，{P}差点对{Q}说起{recall}，{he}{gesture}，那一刻就过去了。
        {kin}教过{P}，{saying}，{he}一直信到今天。
        {P}心里是{feel}，底下压着{motif}，再底下是{recall}。
        {P}有{while}想的都是{motif}，还有{recall}。
        要是{kin}在这里，一定会说，{saying}。
        {P}以为自己会害怕，结果有{while}，只觉得{feel}。
        一切好像都是从{motif}开始的，也许更早，从{recall}开始，{kin}大概说得清。
        {P}想知道{Q}还记不记得{recall}，过了{while}，想问的念头才退下去。
        {place}的人都说，{saying}，{kin}却只当它是笑话。
        {P}把事情从{motif}到{thing}又想了一遍，想了{while}，剩下的只有{feel}。
        不是头一次，{P}又想起{recall}，想起{kin}讲这件事时的样子。
        话是没错，{saying}，可这是{kin}说的，说错的时候也不是没有，{P}这样想着，{gesture}。
        {P}想让自己去想{motif}，可{while}里想的都是{recall}。
        在{spot}里，{feel}来了，退下去，过了{while}又来了。
        只要有人肯说明白{motif}是怎么回事，{P}情愿连{pocket}都交出去，也省得心里总是{feel}。
        """;
}
