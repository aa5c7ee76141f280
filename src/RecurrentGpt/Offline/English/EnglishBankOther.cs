namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled where no genre says more.</summary>
internal static class EnglishBankOther
{
    internal const string Text = """
        # places
        Saltmouth
        Ferrow
        the village of Underhay
        # spots
        the boathouse
        the kitchen
        the back room
        the chapel
        the upper gallery
        the workshop
        the cellar
        the schoolroom
        the garden shed
        the old mill
        the ferry house
        the post office
        the lamp room
        # things
        fishing float
        spirit level
        pocket almanac
        ship's bell
        copper kettle
        seed packet
        hymn book
        tide table
        carved whistle
        patchwork quilt
        field glass
        lamp wick
        # sound
        the creak of a mooring rope
        a shutter knocking
        the slow drip of a gutter
        a saw in somebody’s yard
        a kettle working itself up
        the patter of gulls on the roof
        the tick of a clock somewhere
        # smell
        wet rope
        bread
        lamp oil
        apples
        sawdust
        salt
        # weather
        rain came in off the water
        the wind went round to the north
        mist lay along the hedges
        the sun found a gap and used it
        the first drops fell, wide apart
        a warm wind moved over the grass
        cloud came down as far as the chimneys
        # far
        a boat put out
        somebody was mending a roof
        children were called in
        a cart went by with a loose wheel
        the bell rang for the ferry
        two neighbours were talking over a wall
        """;
}
