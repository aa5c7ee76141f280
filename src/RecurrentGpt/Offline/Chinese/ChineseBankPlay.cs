namespace RecurrentGpt.Offline.Chinese;

/// <summary>What a story says that is played: {you} is its reader, {P} whoever is with them.</summary>
internal static class ChineseBankPlay
{
    internal const string Text = """
        # answer
        {P}看在眼里，{gesture}。
        这一下有了动静：{far}，{P}{gesture}。
        有{while}，好像什么也没有变，接着传来{sound}。
        {P}没有料到，{manner}说：“你倒真做了。”
        “原来是要这样，”{P}{manner}说，“那就在{spot}里这样。”
        这让{you}搭上了{while}，还有{pocket}。
        {P}看了{you}一眼，又看了{obj}一眼，{gesture}。
        先来的是{smell}的气味，然后才是{sound}。
        “换了我可不敢，”{P}{manner}说，“在{spot}里就更不敢。”
        {spot2}里有什么松动了，隔着{sound}也听得出来。
        {P}想拦{you}，晚了{while}，{gesture}。
        # notice
        从{you}站的地方，看得见{spot}的地上有{pocket}，再过去是{sound}。
        {you}鼻子里已经全是{smell}的气味，底下一直是{sound}。
        {your}脚边有{pocket}，{texture}，旁边是一个湿鞋印。
        {your}肩膀后面，{light}，有{while}，只听见{sound}。
        {you}先听见的是{sound}，后来才看见{pocket}。
        {your}袖子上多了一点{smell}的气味，像是揣过{pocket}的人才有的。
        上一个站在{you}这里的人，留下了{pocket}，{texture}。
        {light}，{sound}从{your}手上过去，也从耳朵里过去。
        {you}和{spot2}的门之间，只隔着{sound}，门槛上有{pocket}。
        {your}左边，{light}，右边，是{pocket}。
        过了{while}，{you}才认出那是{sound}，夹着{smell}的气味。
        # find
        {spot}的角落里露出了一直藏着的东西，{aobj}，{texture}。
        {P}手里有{aobj}，{texture}，没有说是什么时候拿的。
        {pocket}底下压着{aobj}，{texture}。
        这时候{you}看见了{aobj}，{texture}，是有人放在{spot}里等{you}来找的。
        有人从{spot2}那边把{aobj}推了过来，它{texture}。
        {P}刚才挡住的，原来是{aobj}，{texture}。
        # press
        {P}伸出手来要{obj}，往{spot}来的路上，传来{sound}。
        {spot2}的门开了一掌宽，就那样停着，{P}看着{you}。
        “趁现在，”{P}{manner}说，“别等{R}来拿{obj}。”
        {spot2}里有人叫{your}名字，{P}摇了摇头。
        {P}问了{you}一句{obj}的事，等着回答，{light}。
        灯油只够{while}，{obj}就在{P}和{you}之间。
        脚步声穿过{spot2}，越来越慢，停在了门外，只剩{sound}。
        {P}把{obj}放到{you}够得着的地方，收回了手，{far}。
        {sound}停下来以前，够得着{obj}的只有{you}。
        # action
        问{P}，{obj}和{motif}有什么关系。
        拿上{obj}，抢在别人前面赶到{spot2}。
        把{obj}藏到只有{you}知道的地方，对{P}只字不提。
        把{carry}的真相告诉{P}，看{he}怎么做。
        用{carry}跟{P}换一句关于{R}的真话。
        搜一遍{spot}，找出{P}瞒着的东西。
        熄了灯，等着看谁会到{spot}来。
        把{obj}揣在怀里，从{spot2}离开。
        不管{P}怎么说，砸开{obj}。
        打发{P}去{spot2}，一个人守着{obj}。
        对着{spot2}的黑暗喊{R}的名字。
        闩上{spot}的门，不让{P}出去。
        把{obj}拿给{P}看，问是谁做的。
        一个人回{spot2}去取{carry}。
        把{obj}扔进{spot2}，听它的动静。
        跟上刚从{spot}出去的那个人。
        # beyonddo
        {you}试着[gist]。|{place}的天地容不下这种事：{you}只撑了一口气的工夫，就重重摔在{spot}的地上，耳朵里全是{sound}。|从地上看去，{you}看见了站着的人看不见的东西，有人慌忙塞进墙缝里的{pocket}。
        {you}使出全身的力气，想[gist]。|{spot}里回答的只有{sound}，{your}两只手掌都磨破了。|{P}替{you}包扎，袖子滑上去，露出用红线系着的{pocket}。
        当着{P}的面，{you}在{spot}里试着[gist]。|在{place}，这种事从来只有一个结果，{you}跪倒在{smell}的气味里。|“{R}也这么试过，”{P}{manner}说，而{he}从来没有承认过认识{R}。
        # beyondsay
        “[gist]，”{you}对着看不见的什么人大声说。|{P}摸了摸{your}额头，{gesture}，远处是{sound}。|“是{spot}闹的，”{P}{manner}说，“最后那天晚上，{R}也是这样说话的。”
        {you}听见自己对着{spot}的空气说：“[gist]。”|那句话在那里悬了一会儿，{far}。|{P}把它记在{pocket}旁边的纸上，像记下发烧的人说的话，收了起来。
        # done
        {you}做了，{P}全看在眼里：[gist]。
        没等{P}放下{pocket}，事情就做完了：[gist]。
        {you}照心里想的做了，[gist]，接着是{sound}。
        # ending
        {spot}里，不到{while}，一切就有了分晓，{P}和{R}都看着。|{obj}交出了它瞒着的东西，果然和{motif}有关，头一天就有人对{you}说过，只是谁也不信。|{P}没能留住想留的，也没有再要。|外面，{far}，{place}还是老样子，只是再没有{you}要做的事了。|故事到这里就完了。
        {you}做下的事收不回来了，{spot}在它四周静下来，最后只剩{sound}。|{R}空着手从{spot2}出来，除了价钱，什么都认了。|{P}{manner}哭了一会儿，把{obj}交给{you}保管。|最早起头的人是谁，没有人再问，也不要紧了。|故事就结束在这里，{light}。
        # epilogue
        过了整整一年，{place}里，{weather}，{spot}的台阶上长了草。|{P}那时住在{spot2}附近，谁拿{pocket}来换，就把这件事讲给谁听。|有人远远见过{R}一次，{R}没有回头。|{you}留着{obj}，有些晚上，{light}，{you}拿出来看看，又放回去。|{place}再没有人说起{motif}，{smell}的气味也只是气味了。
        很久以后，{far}，和那天一样，到{spot}去的只有孩子。|{P}带着{pocket}不告而别，后来寄来一封信，里面一个字也没有。|有些人原谅了{R}。|{obj}摆在{your}窗台上，{texture}，有人问起，就给他倒茶。|其余的都静了，除了{sound}。
        # entry
        {you}走进{spot}，像走进一间话刚说到一半的屋子。|{weather}，那里有{aobj}，谁也不看它，还有{P}，{he}{gesture}。|“总算来了，”{P}{manner}说。
        {spot}里的人等的就是{you}，谁也没有说为什么。|{P}给{you}让出地方，放下{pocket}，{gesture}。|整个{place}好像都知道{obj}的事，离它最近的是{you}。
        # return
        事情已经过去了{while}，{you}刚开始相信它真的过去了，门缝里塞进来{pocket}。|{P}站在门外，老了一个冬天，{gesture}。|“是{obj}的事，”{P}{manner}说，“它没有待在我们放它的地方。”
        {place}差不多都忘了，{weather}，这时有人敲门，只有{P}才那样敲。|{you}本以为{motif}的事已经了结。|{P}把{aobj}放在{your}手里，{manner}说是在哪里找到的。
        # playopening1
        {you}来到{spot}的时候，{place}的人都还没有起来。|换了别的日子，{you}看也不看就进去了，可那里有{sound}，{you}一停，它也停。|有人来过：地上有{pocket}，不是{you}认识的任何人的。|它上方的墙上，用粉笔写着{your}名字。
        {place}没有一个人告诉过{you}，{spot}里会有什么。|{you}带着一盏灯，{pocket}，还有一句什么也不许碰的吩咐。|门开着，门后面，{light}。|门槛上写着{your}名字，底下是一个还没有到的日子。
        # playopening2
        {you}还没来得及回头，{P}就到了，也看见了那些字。|“这事要是在{place}传开，”{P}{manner}说，“下一个叫去问话的是我，头一个是你。”|{he}扳着手指头数会失去什么，一直数到{motif}。|然后{P}要{you}答应一件事，却没有说是什么。
        关上{spot}的门、背靠着门的是{P}。|“{R}就站在你这里，”{P}{manner}说，“问过{motif}，从那以后没有人再见过{R}。”|{P}要把一切在天黑以前放回原处，而且要{you}来放。|不然会怎样，{he}只说了一句，一句就够了。
        # playopening3
        {spot2}里有{aobj}，它根本不该在那里。|{P}说那不算什么，眼睛却不看它。|它的底面又是{your}名字，这一次，粉笔还是湿的。
        {spot2}的地板响了一声，像一个字，从缝里看得见{aobj}。|{P}的脸白了。|“那是埋掉的，”{P}{manner}说，“埋的时候我在场。”
        """;
}
