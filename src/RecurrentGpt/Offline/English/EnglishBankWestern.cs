namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled in a western.</summary>
internal static class EnglishBankWestern
{
    internal const string Text = """
        # places
        Dry Fork
        Mercy Wells
        Fort Callan
        # spots
        the livery stable
        the assay office
        the saloon
        the jailhouse
        the water tower
        the abandoned mine
        the telegraph office
        the church that had no roof
        the general store
        the bunkhouse
        the undertaker's
        the ferry shack
        the line cabin
        # things
        spent cartridge
        land deed
        silver spur
        branding iron
        tin star
        wanted notice
        canteen
        gold tooth
        saddlebag
        telegram
        hangman's rope
        deck of cards
        # sound
        a windmill turning
        a fiddle with one string gone
        the jingle of a bridle
        the knock of boots on a plank walk
        a shutter knocking
        the blow of a distant train
        the buzz of flies at a pane
        # smell
        sagebrush
        gun oil
        coffee boiled twice
        hot leather
        rain that would not come
        cheap whiskey
        # weather
        the wind carried half the street with it
        heat shook above the road
        the dust stood up and walked
        a dry storm flickered over the mesa
        the sun came down like a hammer
        the cold came off the mountains all at once
        clouds gathered and gave nothing
        # far
        a stage rolled in, late
        cattle were being driven through
        somebody fired twice into the air
        a preacher was shouting at the river
        a boy led a lame horse up the street
        coyotes started up beyond the wash
        """;
}
