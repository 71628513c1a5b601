using Bleep.Pii.Recognizers.Answers;
using Bleep.Pii.Recognizers.Calendar;
using Bleep.Pii.Recognizers.Codes;
using Bleep.Pii.Recognizers.Events;
using Bleep.Pii.Recognizers.Health;
using Bleep.Pii.Recognizers.Internet;
using Bleep.Pii.Recognizers.Lexicons;
using Bleep.Pii.Recognizers.Organizations;
using Bleep.Pii.Recognizers.People;
using Bleep.Pii.Recognizers.Places;
using Bleep.Pii.Recognizers.Quantities;
using Bleep.Pii.Tagging;

namespace Bleep.Pii.Detection;

/// <summary>
/// The recognisers in the order in which they run. Those with a firm structure come first and claim their tokens, so that the
/// readings of leftover digits and words do not look at them again.
/// </summary>
internal static class RecognizerSet
{
    public static IReadOnlyList<IRecognizer> All { get; } =
    [
        new InternetRecognizer(),
        new GroupedCodeRecognizer(),
        new SpelledSecretRecognizer(),
        new TimeRecognizer(),
        new DateRecognizer(),
        new CalendarPartRecognizer(),
        new CoordinateRecognizer(),
        new QuantityRecognizer(),
        new PostcodeRecognizer(),
        new AddressRecognizer(),
        new CodeRecognizer(),
        new LastSignRecognizer(),
        new BankCodeRecognizer(),
        new SpellingRecognizer(),
        new OrganizationRecognizer(),
        new PlaceRecognizer(),
        new LandmarkRecognizer(),
        new BodyRecognizer(),
        new NamedEventRecognizer(),
        new LexiconRecognizer(),
        new EventPartRecognizer(),
        new BloodTypeRecognizer(),
        new PersonNameRecognizer(),
        new TaggerRecognizer(),
        new AnswerRecognizer(),
        new DictationRecognizer(),
        new AffiliationRecognizer(),
        new MisheardNameRecognizer(),
        new MisheardSpellingRecognizer(),
        new MisheardUnitRecognizer(),
        new DictatedCodeRecognizer(),
        new UnsureWordsRecognizer(),
        new UnsureEdgeRecognizer(),
    ];
}
