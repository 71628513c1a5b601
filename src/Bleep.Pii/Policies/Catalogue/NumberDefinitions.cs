namespace Bleep.Pii.Policies.Catalogue;

/// <summary>Numbers that stand for a person, a thing or an account.</summary>
internal static class NumberDefinitions
{
    public static IReadOnlyList<PolicyDefinition> All { get; } =
    [
        new("account_number", "identifier", "The number of a customer, a membership, a contract or an insurance policy.")
        {
            Examples = ["My account number is [00482913].", "The membership is [GX-4471-90]."],
            SpokenExamples =
            [
                "my account number is [zero zero four eight two nine one three]",
                "the policy number is [h o six seven one one four]",
            ],
            NearMisses = ["I have 2 accounts with you.", "the account was opened in march"],
            Broader = "number_sequence",
        },
        new("us_social_security_number", "identifier", "A United States social security number, its last four digits, or another country's equivalent.")
        {
            Examples = ["My SSN is [219-09-9998].", "The last four of my social are [9998]."],
            SpokenExamples =
            [
                "my social is [two one nine oh nine nine nine nine eight]",
                "the last four of my social security number are [nine nine nine eight]",
            ],
            NearMisses = ["I live on social security.", "the part is 219-09-99981-7"],
            AmazonTypes = ["SSN"],
            Broader = "number_sequence",
        },
        new("passport_number", "identifier", "The number of a passport.")
        {
            Examples = ["My passport number is [C01X00T47].", "Passport [533401882], issued last year."],
            SpokenExamples =
            [
                "my passport number is [five three three four oh one eight eight two]",
                "the passport is [c zero one x zero zero t four seven]",
            ],
            NearMisses = ["My passport expired.", "bring two passport photos"],
            Broader = "number_sequence",
        },
        new("drivers_license", "identifier", "The number of a licence to drive.")
        {
            Examples = ["My driver's license is [D1234562].", "License number [MORGA657054SM9IJ]."],
            SpokenExamples =
            [
                "my driver's license number is [d one two three four five six two]",
                "the license is [s five three oh four six oh oh one]",
            ],
            NearMisses = ["I lost my driver's license.", "you need a license to fish here"],
            Broader = "number_sequence",
        },
        new("healthcare_number", "identifier", "The number of a health plan, a beneficiary or a patient.")
        {
            Examples = ["My member ID at the health plan is [1EG4-TE5-MK73].", "Patient number MRN [0048213]."],
            SpokenExamples =
            [
                "my medicare number is [one e g four t e five m k seven three]",
                "the patient number is [zero zero four eight two one three]",
            ],
            NearMisses = ["The number of patients doubled.", "medicare pays for the visit"],
            Broader = "number_sequence",
        },
        new("vehicle_id", "identifier", "The identification number of a vehicle, its serial number or its plate.")
        {
            Examples = ["The VIN is [1M8GDM9AXKP042788].", "My plate is [7ABC123]."],
            SpokenExamples =
            [
                "the vin is [one m eight g d m nine a x k p zero four two seven eight eight]",
                "my license plate is [seven a b c one two three]",
            ],
            NearMisses = ["I drive a 2019 model.", "the car has four doors"],
            Broader = "number_sequence",
        },
        new("organization_id", "identifier", "The number under which a company is registered or taxed.")
        {
            Examples = ["Our company number is [07496944].", "The EIN is [12-3456789]."],
            SpokenExamples =
            [
                "our company number is [zero seven four nine six nine four four]",
                "the e i n is [one two three four five six seven eight nine]",
            ],
            NearMisses = ["The company has 400 people.", "we registered the company in may"],
            Broader = "number_sequence",
        },
        new("number_sequence", "identifier", "A number or a mix of letters and digits that stands for something and fits no narrower policy.")
        {
            Examples = ["The reference is [8841-KQ-20].", "The order is [4471902]."],
            SpokenExamples = ["the reference is [eight eight four one k q two zero]", "the order is [four four seven one nine oh two]"],
            NearMisses = ["I bought 3 of them.", "one of them is two feet long"],
        },
        new("credit_card_number", "finance", "The number on a payment card, whole or its last digits.")
        {
            Examples = ["The card is [4111 1111 1111 1111].", "My Amex is [3782-822463-10005]."],
            SpokenExamples =
            [
                "the card number is [four one one one one one one one one one one one one one one one]",
                "it's the visa ending in [four two four two]",
            ],
            NearMisses = ["I pay by credit card.", "the card came after four days"],
            AmazonTypes = ["CREDIT_DEBIT_NUMBER"],
            Broader = "number_sequence",
        },
        new("credit_card_cvv", "finance", "The three or four digits with which a payment card is checked.")
        {
            Examples = ["The CVV is [123].", "The security code on the front is [1234]."],
            SpokenExamples = ["the security code is [one two three]", "and the c v v on the back is [nine oh four]"],
            NearMisses = ["Where do I find the security code?", "the three digits on the back of the card"],
            AmazonTypes = ["CREDIT_DEBIT_CVV"],
            Broader = "number_sequence",
        },
        new("credit_card_expiration", "finance", "The month and year in which a payment card ends.")
        {
            Examples = ["It expires [09/27].", "Valid through [March 2028]."],
            SpokenExamples = ["it expires [oh nine twenty seven]", "the expiration date is [march twenty twenty eight]"],
            NearMisses = ["The milk expires soon.", "my card expired and i need a new one"],
            AmazonTypes = ["CREDIT_DEBIT_EXPIRY"],
            Broader = "date_interval",
        },
        new("banking_information", "finance", "The number of a bank account, or what leads money to it: routing number, sort code, IBAN, SWIFT code.")
        {
            Examples = ["The IBAN is [GB82 WEST 1234 5698 7654 32].", "The routing number is [021000021]."],
            SpokenExamples =
            [
                "the routing number is [zero two one zero zero zero zero two one]",
                "my checking account is [one two three four five six seven eight nine oh]",
            ],
            NearMisses = ["I need a bank account.", "the bank opens at nine"],
            AmazonTypes = ["BANK_ACCOUNT_NUMBER", "BANK_ROUTING"],
            Aliases = ["bank_routing"],
            Broader = "number_sequence",
        },
        new("money_amount", "finance", "A sum of money or a currency.")
        {
            Examples = ["I owe [$25.10].", "The flat costs [1,200 euros] a month."],
            SpokenExamples = ["i owe [twenty five dollars and ten cents]", "the flat costs [twelve hundred euros] a month"],
            NearMisses = ["It costs too much.", "he pounds on the door"],
        },
        new("financial_metric", "finance", "A figure by which a business is judged: revenue, margin, earnings.")
        {
            Examples = ["[Revenue] was strong.", "They raised their [operating margin]."],
            SpokenExamples = ["the [net income] was up", "we look at the [earnings per share]"],
            NearMisses = ["He read in the margin of the page.", "she earns her living on the road"],
        },
    ];
}
