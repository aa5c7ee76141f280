namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled in horror.</summary>
internal static class EnglishBankHorror
{
    internal const string Text = """
        # places
        Hollin House
        Graymouth
        the parish of Stillwater
        # spots
        the nursery
        the ice house
        the flooded cellar
        the west wing
        the dissecting room
        the family vault
        the boarded attic
        the chapel
        the laundry
        the dry well
        the long corridor
        the empty ward
        the gatehouse
        # things
        porcelain doll
        rusted bell
        bloodstained glove
        baby's shoe
        cracked hand mirror
        lock of hair
        burial register
        wax cylinder
        jar of teeth
        black candle
        hospital bracelet
        mourning veil
        # sound
        a slow dragging overhead
        someone breathing in time with the clock
        a music box running down
        a triple knock low on the door
        the creak of a rope
        a whispering behind the plaster
        water moving where there was no water
        # smell
        wet earth
        lilies
        spoiled milk
        cold iron
        mould
        something sweet and wrong
        # weather
        the fog pressed its face to the glass
        rain ran down the inside of the panes
        the wind dropped all at once
        the dark came an hour early
        the moon showed and hid itself again
        a frost fell in the middle of June
        the trees stood nearer to the house than before
        # far
        a dog howled and was cut short
        a light moved along the graves
        the church clock struck thirteen
        the crows went up all together
        somebody was digging
        a door slammed in a house that had stood empty for years
        """;
}
